// How long is left, in words and tone. Text, icon and colour all come from `tone`, so that no deadline is ever
// told by colour alone.

export type Tone = 'overdue' | 'soon' | 'calm' | 'paused' | 'none';

export interface TimeLeft {
  tone: Tone;
  key: string; // message key under "left."
  n: number; // the count in that message
  m: number; // minutes beside the hours, while they matter
}

const kMinute = 60_000;
const kHour = 60 * kMinute;
const kDay = 24 * kHour;

// Nearer than this a deadline is "soon": about half a working day, time enough to still act on it.
export const kSoon = 4 * kHour;

// Hours below this are told with their minutes: "1 h" for 1 h 59 min would cheat somebody of an hour.
const kFine = 10 * kHour;

function counted(span: number): { unit: string; n: number; m?: number } {
  if (span < kHour) return { unit: 'minutes', n: Math.floor(span / kMinute) };
  if (span < kFine) return { unit: 'hours_minutes', n: Math.floor(span / kHour), m: Math.floor((span % kHour) / kMinute) };
  if (span < 2 * kDay) return { unit: 'hours', n: Math.floor(span / kHour) };
  return { unit: 'days', n: Math.floor(span / kDay) };
}

// `due` is an ISO time or null (no clock runs).
export function timeLeft(due: string | null, now: number, state: 'running' | 'paused' | 'stopped' = 'running'): TimeLeft {
  const at = due === null ? Number.NaN : Date.parse(due);
  if (state === 'stopped' || Number.isNaN(at)) return { tone: 'none', key: 'left.none', n: 0, m: 0 };
  if (state === 'paused') return { tone: 'paused', key: 'left.paused', n: 0, m: 0 };
  const span = at - now;
  const { unit, n, m = 0 } = counted(Math.abs(span));
  if (span < 0) return { tone: 'overdue', key: `left.over_${unit}`, n, m };
  return { tone: span <= kSoon ? 'soon' : 'calm', key: `left.${unit}`, n, m };
}

// "12:05" while less than an hour is left or over, so that a running clock is seen to run; null beyond that.
export function ticking(due: string | null, now: number): string | null {
  const span = due === null ? Number.NaN : Math.abs(Date.parse(due) - now);
  if (!(span < kHour)) return null;
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(span / kMinute))}:${two(Math.floor((span % kMinute) / 1000))}`;
}

// Minutes gone since `iso`, never below zero (two machines' clocks may differ by a little).
export function minutesSince(iso: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(iso)) / kMinute));
}

// The server's clock as this machine can know it: the offset learned from its answers. A demonstration may run in
// another year than the laptop, and a laptop's clock may simply be wrong; deadlines are judged by the server's.
export class ServerClock {
  private offset = 0;
  learn(serverDate: string, localNow: number): void {
    const server = Date.parse(serverDate);
    if (Number.isNaN(server)) return;
    const offset = server - localNow;
    // The Date header counts whole seconds; smaller differences would only make the minutes flicker.
    if (Math.abs(offset - this.offset) > 2_000) this.offset = offset;
  }
  now(localNow: number): number {
    return localNow + this.offset;
  }
}
