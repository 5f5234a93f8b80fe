import { describe, expect, it } from 'vitest';
import type { Action } from './api/types';
import { actionFor } from './triage';

const action = (name: string, more: Partial<Action> = {}): Action => ({
  name, label: name, help: null, on: null, targets: [], to: [], because: '', danger: false, aside: false,
  form: { type: 'object', properties: {}, required: [], 'x-order': [], additionalProperties: false }, ...more,
});

describe('A quick decision', () => {
  it('is an action the server offers', () => {
    expect(actionFor('accept', [action('note'), action('accept')])?.name).toBe('accept');
  });

  it('is refused when the server offers none', () => {
    expect(actionFor('accept', [action('note')])).toBeNull();
  });

  it('does not guess which of two records is meant', () => {
    const sign = action('sign', { on: 'call', targets: [{ number: 1, label: 'a' }, { number: 2, label: 'b' }] });
    expect(actionFor('accept', [sign])).toBeNull();
    expect(actionFor('accept', [{ ...sign, targets: [{ number: 2, label: 'b' }] }])?.name).toBe('sign');
  });
});
