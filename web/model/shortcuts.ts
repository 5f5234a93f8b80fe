// Every keyboard shortcut of the product, in one place, so that no key ever means two things on one page and the
// help sheet cannot forget one. Single keys can be switched off (WCAG 2.1.4): many people dictate or have tremor.

export type Scope = 'anywhere' | 'inbox' | 'matter';

export interface Shortcut {
  name: string; // message key under "keys."
  scope: Scope;
  key: string; // KeyboardEvent.key
  shown: string; // what the help sheet prints
}

export const kShortcuts: readonly Shortcut[] = [
  { name: 'search', scope: 'anywhere', key: '/', shown: '/' },
  { name: 'help', scope: 'anywhere', key: '?', shown: '?' },
  { name: 'next', scope: 'inbox', key: 'j', shown: 'j' },
  { name: 'previous', scope: 'inbox', key: 'k', shown: 'k' },
  { name: 'select', scope: 'inbox', key: 'x', shown: 'x' },
  { name: 'select_range', scope: 'inbox', key: 'X', shown: 'Shift x' },
  { name: 'open', scope: 'inbox', key: 'Enter', shown: 'Enter' },
  { name: 'accept', scope: 'inbox', key: 'a', shown: 'a' },
  { name: 'return', scope: 'inbox', key: 'r', shown: 'r' },
  { name: 'whistle', scope: 'inbox', key: 'w', shown: 'w' },
  { name: 'later', scope: 'inbox', key: 's', shown: 's' },
  { name: 'copy_link', scope: 'matter', key: 'y', shown: 'y' },
  { name: 'first_action', scope: 'matter', key: 'n', shown: 'n' },
  { name: 'print', scope: 'matter', key: 'p', shown: 'p' },
];

export interface Press {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  isComposing: boolean; // an input method is at work: its keys are not ours
}

export interface Place {
  scope: Scope;
  typing: boolean; // focus is in a field
  onControl: boolean; // focus is on a link or button, which owns Enter
  dialogOpen: boolean;
  enabled: boolean; // the person's own switch
}

// The shortcut a key press means here, or null: then the browser's own meaning stands.
export function shortcutFor(press: Press, place: Place): Shortcut | null {
  if (!place.enabled || place.typing || place.dialogOpen) return null;
  if (press.ctrlKey || press.metaKey || press.altKey || press.isComposing) return null;
  if (press.key === 'Enter' && place.onControl) return null;
  const fits = (s: Shortcut) => s.key === press.key && (s.scope === place.scope || s.scope === 'anywhere');
  return kShortcuts.find(fits) ?? null;
}

// Two shortcuts that would fire on one key in one place. Must be empty.
export function conflicts(list: readonly Shortcut[]): [Shortcut, Shortcut][] {
  const meet = (a: Scope, b: Scope) => a === b || a === 'anywhere' || b === 'anywhere';
  return list.flatMap((a, i) =>
    list.slice(i + 1).filter((b) => a.key === b.key && meet(a.scope, b.scope)).map((b): [Shortcut, Shortcut] => [a, b]),
  );
}
