// The course of a whistle as a picture: one lane for each called unit, or each line of the plan, from the call to the last
// clock, with what was due when and what was done when. Positions are parts of the width (0..1); drawing is the page's.
import type { Matter, RecordRow } from './api/types';
import { rowsOf, textOf } from './whistle_room';

export interface Due {
  label: string;
  at: number; // ms
  x: number;
  late: boolean; // it passed while its clock ran
  kept: boolean; // its clock was stopped in time
}
export interface Mark {
  label: string;
  action: string;
  at: number;
  x: number;
}
export interface Lane {
  key: string;
  name: string;
  about: string;
  stateLabel: string;
  tone: 'waiting' | 'done' | 'against' | 'off';
  from: number; // x of its beginning
  to: number; // x of its end, or of now
  dues: Due[];
  marks: Mark[];
}
export interface Course {
  from: number; // ms
  to: number;
  now: number; // x; 1 when now lies beyond the picture
  nowBeyond: boolean;
  waiting: boolean; // somebody has still to come or to finish
  lanes: Lane[];
}

// A whistle that waits for days must not squeeze its first hour into a line: time beyond this many times the span of its
// deeds and clocks is cut off.
const kIdleShare = 1.5;

const kTone: Record<string, Lane['tone']> = {
  reported_in: 'done', verified: 'done', done: 'done', refused: 'against', released: 'off', struck: 'off',
};
const kOver = ['reported_in', 'released', 'verified', 'struck'];

function instants(row: RecordRow): number[] {
  const dues = row.clocks.flatMap((clock) => (clock.due === null ? [] : [Date.parse(clock.due)]));
  return [Date.parse(row.added), ...row.deeds.map((deed) => Date.parse(deed.at)), ...dues];
}

function laneOf(row: RecordRow, about: string, now: number, x: (at: number) => number): Lane {
  const last = row.deeds[row.deeds.length - 1];
  const end = kOver.includes(row.step) && last !== undefined ? Date.parse(last.at) : now;
  return {
    key: `${row.number}`, name: textOf(row, 'unit'), about, stateLabel: row.step_label, tone: kTone[row.step] ?? 'waiting',
    from: x(Date.parse(row.added)), to: x(end),
    dues: row.clocks.filter((clock) => clock.due !== null).map((clock) => {
      const at = Date.parse(clock.due!);
      const late = clock.overdue || (clock.state === 'running' && at < now);
      return { label: clock.label, at, x: x(at), late, kept: clock.state === 'stopped' && !late };
    }).sort((a, b) => a.at - b.at),
    marks: row.deeds.map((deed) => ({ label: deed.action_label, action: deed.action, at: Date.parse(deed.at), x: x(Date.parse(deed.at)) })),
  };
}

// null while there is nothing to draw.
export function courseOf(matter: Matter, type: 'call' | 'item', now: number): Course | null {
  const rows = rowsOf(matter, type).filter((row) => row.round === matter.round);
  const all = rows.flatMap(instants);
  if (all.length === 0) return null;
  const from = Math.min(...all);
  const busy = Math.max(Math.max(...all) - from, 60_000);
  const waiting = rows.some((row) => !kOver.includes(row.step));
  const to = from + Math.max(busy, waiting ? Math.min(now - from, busy * kIdleShare) : 0) * 1.04;
  const x = (at: number) => Math.min(1, Math.max(0, (at - from) / (to - from)));
  return {
    from, to, now: x(now), nowBeyond: now > to, waiting,
    lanes: rows.map((row) => laneOf(row, type === 'item' ? textOf(row, 'what') : '', now, x)),
  };
}

// Round times for the axis: at most `most`, at whole steps of minutes, hours or days.
export function ticksOf(from: number, to: number, most: number): number[] {
  const kMinute = 60_000;
  const kDistrict = 8 * 3_600_000; // days begin at midnight where the district is
  const steps = [5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 7200, 14400, 43200].map((minutes) => minutes * kMinute);
  const step = steps.find((one) => (to - from) / one <= most) ?? (to - from) / most;
  const first = Math.ceil((from + kDistrict) / step) * step - kDistrict;
  const found: number[] = [];
  for (let at = first; at <= to; at += step) found.push(at);
  return found;
}
