import { describe, expect, it } from 'vitest';
import { emptyValues, faultsIn, fieldsOf, partsOf, placeOfFault, toInput } from './action_form';
import type { FormSchema } from './api/types';

const blow: FormSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['field.question', 'call.unit[]', 'call.asked[]'],
  'x-order': ['field.question', 'field.grade', 'call.unit[]', 'call.asked[]'],
  properties: {
    'call.asked[]': { title: 'Asked to do', type: 'array', 'x-kind': 'text[]', items: { type: 'string', maxLength: 10 } },
    'call.unit[]': { title: 'Unit', type: 'array', 'x-kind': 'party[]', items: { type: 'string' } },
    'field.grade': { title: 'Grade', type: 'string', 'x-kind': 'choice', enum: ['work', 'urgent'], 'x-labels': ['Work', 'Urgent'] },
    'field.question': { title: 'Question', type: 'string', 'x-kind': 'text', maxLength: 200 },
  },
};
const fields = fieldsOf(blow);
const parts = partsOf(fields);

describe('A form made from a schema', () => {
  it('asks in the order the procedure says', () => {
    expect(fields.map((field) => field.name)).toEqual(['field.question', 'field.grade', 'call.unit[]', 'call.asked[]']);
  });

  it('asks also for what the order forgot', () => {
    const forgetful = { ...blow, 'x-order': ['call.unit[]'] };
    expect(fieldsOf(forgetful)).toHaveLength(4);
  });

  it('gives each choice its words', () => {
    expect(fields[1]!.options).toEqual([{ value: 'work', label: 'Work' }, { value: 'urgent', label: 'Urgent' }]);
  });

  it('puts lists that belong together into one table', () => {
    expect(parts.map((part) => part.kind)).toEqual(['field', 'field', 'table']);
    expect(parts[2]).toMatchObject({ name: 'call', columns: [{ name: 'call.unit[]' }, { name: 'call.asked[]' }] });
  });

  it('leaves a list that stands alone a list', () => {
    const alone = fieldsOf(blow).filter((field) => field.name !== 'call.asked[]');
    expect(partsOf(alone).every((part) => part.kind === 'field')).toBe(true);
  });
});

describe('What was filled in', () => {
  const filled = {
    ...emptyValues(parts),
    'field.question': '  13号楼停水  ',
    'call.unit[]': ['property', '', 'water'],
    'call.asked[]': ['materials', '', 'labour'],
  };

  it('is sent trimmed, without empty lines and without what was left out', () => {
    expect(toInput(parts, filled)).toEqual({
      'field.question': '13号楼停水',
      'call.unit[]': ['property', 'water'],
      'call.asked[]': ['materials', 'labour'],
    });
    expect(faultsIn(parts, filled)).toEqual([]);
  });

  it('leaves out a column that may stay empty and did', () => {
    const optional = partsOf(fieldsOf({ ...blow, required: ['field.question', 'call.unit[]'] }));
    const { 'call.asked[]': asked, ...rest } = toInput(optional, { ...filled, 'call.asked[]': ['', '', ''] });
    expect(asked).toBeUndefined();
    expect(rest['call.unit[]']).toEqual(['property', 'water']);
  });

  it('is told apart line by line when a cell is missing or too long', () => {
    const half = { ...filled, 'call.asked[]': ['', '', 'far too many words'] };
    expect(faultsIn(parts, half).map(({ field, row, key }) => [field, row, key])).toEqual([
      ['call.asked[]', 0, 'fault.missing'],
      ['call.asked[]', 2, 'fault.too_long'],
    ]);
  });

  it('needs at least one line of a table that must not be empty', () => {
    const none = { ...emptyValues(parts), 'field.question': 'x' };
    expect(faultsIn(parts, none)).toMatchObject([{ field: 'call.unit[]', row: 0, key: 'fault.missing' }]);
  });

  it('counts characters as people do, not as the machine stores them', () => {
    const long = { ...filled, 'call.asked[]': ['𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷', '', 'ok'] };
    expect(faultsIn(parts, long)).toEqual([]);
  });

  it('keeps a number a number and refuses one that is none', () => {
    const amount = fieldsOf({
      type: 'object', additionalProperties: false, required: [], 'x-order': [],
      properties: { amount: { title: 'Amount', type: 'number', 'x-kind': 'number' } },
    });
    expect(toInput(partsOf(amount), { amount: '12.5' })).toEqual({ amount: 12.5 });
    expect(faultsIn(partsOf(amount), { amount: 'twelve' })).toMatchObject([{ key: 'fault.not_a_number' }]);
  });
});

describe('A refusal of the server', () => {
  it('finds its field, with and without "input." and "field."', () => {
    expect(placeOfFault(fields, 'input.field.question')).toEqual({ field: 'field.question', row: null });
    expect(placeOfFault(fields, 'question')).toEqual({ field: 'field.question', row: null });
  });

  it('finds its line in a table', () => {
    expect(placeOfFault(fields, 'input.call.unit[1]')).toEqual({ field: 'call.unit[]', row: 1 });
    expect(placeOfFault(fields, 'call.asked.0')).toEqual({ field: 'call.asked[]', row: 0 });
  });

  it('speaks of the whole form when no field has that name', () => {
    expect(placeOfFault(fields, 'revision')).toEqual({ field: '', row: null });
  });
});
