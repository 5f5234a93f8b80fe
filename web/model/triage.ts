// The three quick decisions of the inbox and the actions of a procedure that mean them, most specific first.
import type { Action } from './api/types';

export const kTriage = ['accept', 'return', 'whistle'] as const;
export type Triage = (typeof kTriage)[number];

export const kMeaning: Record<Triage, readonly string[]> = {
  accept: ['accept', 'sign'],
  return: ['return_with_reason', 'refuse'],
  whistle: ['blow_whistle', 'call_more'],
};

// The action of a matter that this decision stands for, or null when the matter offers none now. One that must be done
// on one of several records is left to the matter's own page, where one can see which.
export function actionFor(deed: Triage, actions: readonly Action[]): Action | null {
  const offered = kMeaning[deed].map((name) => actions.find((action) => action.name === name));
  return offered.find((action) => action !== undefined && (action.on === null || action.targets.length === 1)) ?? null;
}
