import { describe, expect, it } from 'vitest';
import { fieldsOf, partsOf, toInput, type Values } from './action_form';
import type { FormSchema } from './api/types';
import { nameKey, saidIn, valuesFrom } from './told';

const form = {
  type: 'object', additionalProperties: false, required: ['words'],
  'x-order': ['words', 'grade', 'unit', 'until', 'heard', 'call.unit[]', 'call.asked[]', 'proof'],
  properties: {
    words: { title: 'Words', type: 'string', 'x-kind': 'text' },
    grade: { title: 'Grade', type: 'string', 'x-kind': 'choice', enum: ['urgent'], 'x-labels': ['Urgent'] },
    unit: { title: 'Unit', type: 'string', 'x-kind': 'party' },
    until: { title: 'Until', type: 'string', 'x-kind': 'instant' },
    heard: { title: 'Heard', type: 'boolean', 'x-kind': 'yes_no' },
    'call.unit[]': { title: 'Called', type: 'array', 'x-kind': 'party[]' },
    'call.asked[]': { title: 'Asked', type: 'array', 'x-kind': 'text[]' },
    proof: { title: 'Proof', type: 'array', 'x-kind': 'evidence' },
  },
} as unknown as FormSchema;
const parts = partsOf(fieldsOf(form));
const filled: Values = {
  words: ' mended ', grade: 'urgent', unit: 'water', until: '2026-11-24T10:00:00.000Z', heard: false,
  'call.unit[]': ['', 'gas'], 'call.asked[]': ['', 'close the valve'], proof: [],
};
const named = { [nameKey('unit', 'water')]: 'Water company', [nameKey('call.unit[]', 'gas')]: 'Gas company' };

describe('What was filled in', () => {
  it('reads without the form, by the names its author saw', () => {
    expect(saidIn(parts, filled, named, ['Yes', 'No']).map((one) => `${one.label}: ${one.value}`)).toEqual([
      'Words: mended', 'Grade: Urgent', 'Unit: Water company', 'Until: 2026-11-24 18:00', 'Heard: No', 'Called: Gas company', 'Asked: close the valve',
    ]);
  });

  it('goes back into the form it came from', () => {
    expect(toInput(parts, valuesFrom(parts, toInput(parts, filled)))).toEqual(toInput(parts, filled));
  });

  it('keeps the lines of a table whose first column was left empty', () => {
    const values = valuesFrom(parts, { 'call.asked[]': ['one', 'two'] });
    expect(values['call.unit[]']).toEqual(['', '']);
  });

  it('leaves out what the form no longer asks for', () => {
    expect(valuesFrom(parts, { gone: 'x' })).not.toHaveProperty('gone');
  });
});
