// What was filled into a form, told without the form: as lines to read while it waits on the device, and back into a form's values when
// it is mended. Pure.
import { emptyValues, filledRows, type FormField, type FormPart, type Value, type Values } from './action_form';
import type { Input } from './api/types';
import { clockText, dateText } from './when';

export interface Said {
  label: string;
  value: string;
}
// Names of what was picked, as they read then: codes alone say nothing to whoever reads without a network.
export type Named = Record<string, string>; // nameKey() -> name
export const nameKey = (field: string, code: string) => `${field} ${code}`;

const kInstant = /^\d{4}-\d\d-\d\dT/;

function read(field: FormField, text: string, named: Named): string {
  if (field.kind.startsWith('instant') && kInstant.test(text)) return `${dateText(Date.parse(text))} ${clockText(Date.parse(text))}`;
  return field.options.find((one) => one.value === text)?.label ?? named[nameKey(field.name, text)] ?? text;
}
function ofField(field: FormField, value: Value | undefined, named: Named, yesNo: readonly [string, string]): Said[] {
  if (typeof value === 'boolean') return [{ label: field.title, value: yesNo[value ? 0 : 1] }];
  const texts = (Array.isArray(value) ? value : [value ?? '']).map((one) => one.trim()).filter((one) => one !== '');
  return texts.length === 0 ? [] : [{ label: field.title, value: texts.map((one) => read(field, one, named)).join(' · ') }];
}

// Line after line of a form and of its tables; what was left empty is left out.
export function saidIn(parts: readonly FormPart[], values: Values, named: Named, yesNo: readonly [string, string]): Said[] {
  return parts.flatMap((part) => {
    if (part.kind === 'field') return ofField(part.field, values[part.field.name], named, yesNo);
    const cell = (column: FormField, row: number) => (values[column.name] as string[] | undefined)?.[row] ?? '';
    return filledRows(part.columns, values).flatMap((row) => part.columns.flatMap((column) => ofField(column, cell(column, row), named, yesNo)));
  });
}

const text = (value: unknown) => (value === null || value === undefined ? '' : String(value));

// The reverse of toInput(). What the form no longer asks for is left out: it stands in the lines above.
export function valuesFrom(parts: readonly FormPart[], input: Input): Values {
  const values = emptyValues(parts);
  for (const part of parts) {
    if (part.kind === 'field') {
      const { name, many } = part.field;
      const given = input[name];
      if (given !== undefined && given !== null) values[name] = many ? [given].flat().map(text) : typeof given === 'boolean' ? given : text(given);
      continue;
    }
    const lists = part.columns.map(({ name }) => [input[name] ?? []].flat().map(text));
    const height = Math.max(1, ...lists.map((list) => list.length));
    part.columns.forEach(({ name }, i) => (values[name] = Array.from({ length: height }, (_, row) => lists[i]![row] ?? '')));
  }
  return values;
}
