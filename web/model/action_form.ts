// Turns the JSON Schema of an action into the fields of a form, and what was filled in back into the action's
// `input`. Forms are never written by hand: a new kind of matter needs no line here.
//
// Lists that belong together ("call.unit[]" and "call.asked[]": one unit, one request to it) become the columns of
// one table, so that nobody can fill three units and two requests.
import type { FieldKind, FormProperty, FormSchema, Input } from './api/types';

export interface FormField {
  name: string;
  kind: FieldKind;
  title: string;
  help: string;
  required: boolean;
  many: boolean; // the value is a list
  options: { value: string; label: string }[];
  maxLength: number | null;
  maxItems: number | null;
  personal: boolean; // goes to the vault; said beside the field
}

export type FormPart = { kind: 'field'; field: FormField } | { kind: 'table'; name: string; columns: FormField[] };

export type Value = string | string[] | boolean | null;
export type Values = Record<string, Value>;

export interface FormFault {
  field: string; // name of the form field, "" for the whole form
  row: number | null; // line of a table, from 0
  key: string; // message key, or "" when `message` is the server's own words
  message: string;
  hint: string;
}

function listed(kind: FieldKind): boolean {
  return kind.endsWith('[]') || kind === 'evidence';
}

function fieldOf(name: string, property: FormProperty, required: boolean): FormField {
  const values = property.enum ?? property.items?.enum ?? [];
  const kind = property['x-kind'];
  return {
    name, kind, required,
    title: property.title,
    help: property.description ?? '',
    many: property.type === 'array' || listed(kind),
    options: values.map((value, i) => ({ value, label: property['x-labels']?.[i] ?? value })),
    maxLength: property.maxLength ?? property.items?.maxLength ?? null,
    maxItems: property.maxItems ?? null,
    personal: property['x-personal'] === true,
  };
}

export function fieldsOf(form: FormSchema): FormField[] {
  const names = Object.keys(form.properties);
  const asked = form['x-order'].filter((name) => name in form.properties);
  const order = [...asked, ...names.filter((name) => !asked.includes(name))];
  return order.map((name) => fieldOf(name, form.properties[name]!, form.required.includes(name)));
}

// "call.unit[]" -> "call"; "" when the field belongs to no table.
function tableOf(field: FormField): string {
  if (!field.many || field.kind === 'evidence') return '';
  const dot = field.name.lastIndexOf('.');
  return dot < 0 ? '' : field.name.slice(0, dot);
}

export function partsOf(fields: readonly FormField[]): FormPart[] {
  const parts: FormPart[] = [];
  for (const field of fields) {
    const name = tableOf(field);
    const columns = name === '' ? [] : fields.filter((other) => tableOf(other) === name);
    if (columns.length < 2) parts.push({ kind: 'field', field });
    else if (columns[0] === field) parts.push({ kind: 'table', name, columns });
  }
  return parts;
}

export function emptyValues(parts: readonly FormPart[]): Values {
  const values: Values = {};
  for (const part of parts) {
    if (part.kind === 'table') for (const column of part.columns) values[column.name] = [''];
    else values[part.field.name] = part.field.many ? [] : part.field.kind === 'yes_no' ? null : '';
  }
  return values;
}

function cells(values: Values, name: string): string[] {
  const value = values[name];
  return Array.isArray(value) ? value : [];
}

// Numbers of the table's lines in which anything was filled in; empty lines are not sent.
export function filledRows(columns: readonly FormField[], values: Values): number[] {
  const height = Math.max(0, ...columns.map((column) => cells(values, column.name).length));
  const rows = Array.from({ length: height }, (_, row) => row);
  return rows.filter((row) => columns.some((column) => (cells(values, column.name)[row] ?? '').trim() !== ''));
}

function plain(field: FormField, value: Value | undefined): Input[string] | undefined {
  if (field.many) {
    const list = (Array.isArray(value) ? value : []).map((one) => one.trim()).filter((one) => one !== '');
    return list.length === 0 ? undefined : list;
  }
  if (typeof value === 'boolean') return value;
  const text = typeof value === 'string' ? value.trim() : '';
  if (text === '') return undefined;
  return field.kind === 'number' ? Number(text) : text;
}

// What is sent. Whatever was left empty is left out; the server says if it was needed.
export function toInput(parts: readonly FormPart[], values: Values): Input {
  const input: Input = {};
  for (const part of parts) {
    if (part.kind === 'table') {
      const rows = filledRows(part.columns, values);
      if (rows.length === 0) continue;
      for (const column of part.columns) {
        const given = rows.map((row) => (cells(values, column.name)[row] ?? '').trim());
        if (column.required || given.some((cell) => cell !== '')) input[column.name] = given; // nobody used it: not sent
      }
      continue;
    }
    const value = plain(part.field, values[part.field.name]);
    if (value !== undefined) input[part.field.name] = value;
  }
  return input;
}

function ownFault(field: string, row: number | null, key: string): FormFault {
  return { field, row, key, message: '', hint: '' };
}

function lengthFault(field: FormField, text: string, row: number | null): FormFault[] {
  return field.maxLength !== null && [...text].length > field.maxLength ? [ownFault(field.name, row, 'fault.too_long')] : [];
}

function faultsOfTable(columns: readonly FormField[], values: Values): FormFault[] {
  const rows = filledRows(columns, values);
  if (rows.length === 0) {
    const first = columns.find((column) => column.required);
    return first === undefined ? [] : [ownFault(first.name, 0, 'fault.missing')];
  }
  return rows.flatMap((row) => columns.flatMap((column) => {
    const text = (cells(values, column.name)[row] ?? '').trim();
    return text === '' && column.required ? [ownFault(column.name, row, 'fault.missing')] : lengthFault(column, text, row);
  }));
}

function faultsOfField(field: FormField, values: Values): FormFault[] {
  const value = plain(field, values[field.name]);
  if (value === undefined) return field.required ? [ownFault(field.name, null, 'fault.missing')] : [];
  if (typeof value === 'number' && Number.isNaN(value)) return [ownFault(field.name, null, 'fault.not_a_number')];
  return typeof value === 'string' ? lengthFault(field, value, null) : [];
}

// What can be seen to be wrong before asking the server; the server remains the judge.
export function faultsIn(parts: readonly FormPart[], values: Values): FormFault[] {
  return parts.flatMap((part) =>
    part.kind === 'table' ? faultsOfTable(part.columns, values) : faultsOfField(part.field, values));
}

// Which field a refusal of the server speaks of: "input.call.unit[1]" -> call.unit[], line 1.
export function placeOfFault(fields: readonly FormField[], path: string): { field: string; row: number | null } {
  const bare = path.replace(/^input\./, '');
  const line = /\[(\d+)\]$|\.(\d+)$/.exec(bare);
  const stem = (name: string) => name.replace(/\[\d*\]$/, '').replace(/\.\d+$/, '').replace(/^field\./, '');
  const field = fields.find((one) => one.name === bare) ?? fields.find((one) => stem(one.name) === stem(bare));
  return { field: field?.name ?? '', row: field !== undefined && line !== null ? Number(line[1] ?? line[2]) : null };
}
