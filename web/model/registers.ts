// Registers as tables: which columns a register has, and each cell in words.
import type { RegisterRow } from './api/types';
import { whenText, type Locale } from './when';

export const kRegisters = ['units', 'grids', 'categories', 'places', 'people', 'roles', 'routes', 'precedents', 'calendar', 'deadlines'] as const;

export const kColumns = [
  'code', 'name', 'kind_label', 'parent', 'area', 'unit', 'above', 'office', 'object_owner', 'category', 'grid', 'role', 'function',
  'verbs', 'part', 'limits', 'aliases', 'delivered', 'date', 'working', 'source', 'from_matter', 'decided',
  'valid_from', 'valid_to',
] as const satisfies readonly (keyof RegisterRow)[];
export type Column = (typeof kColumns)[number];

// The text key of a column's heading. What a row of deadlines is called is its limit.
export function headingOf(register: string, column: Column): string {
  return `column.${register === 'deadlines' && column === 'name' ? 'limit' : column}`;
}

export function isFilled(row: RegisterRow, column: Column): boolean {
  return filled(row[column]);
}

function filled(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
}

// Columns in which at least one row says something.
export function columnsOf(rows: readonly RegisterRow[]): Column[] {
  const named = rows.every((row) => row.category?.name === row.name); // a row that is called by its category says it once
  return kColumns.filter((column) => rows.some((row) => filled(row[column])) && !(column === 'category' && named));
}

export function cellText(row: RegisterRow, column: Column, now: number, locale: Locale, t: (key: string) => string): string {
  const value = row[column];
  if (!filled(value)) return '—';
  if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no');
  if (Array.isArray(value)) return value.join(locale === 'en' ? ', ' : '、');
  if (typeof value === 'object') return value!.name;
  // Rows of one deadline differ by their variant; where no procedure has words for it, its code tells them apart.
  if (column === 'code' && row.time_unit !== undefined && row.kind) return `${row.code} / ${row.kind}`;
  if (column === 'decided' || column === 'valid_from' || column === 'valid_to') return whenText(String(value), now, locale);
  return String(value);
}
