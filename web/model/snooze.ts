// "Later": takes a matter out of sight on this machine until a time, and never longer than is safe. It comes back
// when its time is up, when anything happens to it, or when it falls due; the ledger and other people see nothing of it.

export interface Snooze {
  until: number; // ms
  updated: string; // the matter's `updated` when it was put off
}
export type Snoozes = Record<string, Snooze>; // by matter number

interface Row {
  number: string;
  updated: string;
  next_due: string | null;
}

export function isAsleep(row: Row, snoozes: Snoozes, now: number): boolean {
  const snooze = snoozes[row.number];
  if (snooze === undefined || snooze.until <= now || snooze.updated !== row.updated) return false;
  return row.next_due === null || Date.parse(row.next_due) > now;
}

export function putOff(snoozes: Snoozes, row: Row, until: number): Snoozes {
  return { ...snoozes, [row.number]: { until, updated: row.updated } };
}

export function wake(snoozes: Snoozes, number: string): Snoozes {
  return Object.fromEntries(Object.entries(snoozes).filter(([key]) => key !== number));
}

// Reads what was stored; anything malformed or long past is dropped.
export function snoozesFrom(stored: string | null, now: number): Snoozes {
  let parsed: unknown;
  try {
    parsed = JSON.parse(stored ?? '{}');
  } catch {
    return {};
  }
  const entries = Object.entries((parsed ?? {}) as Record<string, Partial<Snooze> | null>);
  const good = (s: Partial<Snooze> | null): s is Snooze =>
    typeof s?.until === 'number' && s.until > now && typeof s.updated === 'string';
  return Object.fromEntries(entries.filter((entry): entry is [string, Snooze] => good(entry[1])));
}
