// The timeline of a matter by what a reader looks for. One act is many ledger entries (fields set, clocks started); the
// main points tell the story, "all" shows every entry.
import type { TimelineEntry } from './api/types';

export const kTimelineKinds = ['main', 'all', 'texts', 'files', 'clocks'] as const;
export type TimelineKind = (typeof kTimelineKinds)[number];

// Kinds of event that move the story on.
const kMain = ['opened', 'acted', 'owner_set', 'moved', 'clock_ended', 'spawned', 'absorbed', 'linked', 'published', 'withdrawn', 'disclosed'];

const kFits: Record<TimelineKind, (entry: TimelineEntry) => boolean> = {
  all: () => true,
  main: (entry) => kMain.includes(entry.kind) || entry.texts.length > 0 || entry.evidence.length > 0,
  texts: (entry) => entry.texts.length > 0,
  files: (entry) => entry.evidence.length > 0,
  clocks: (entry) => entry.kind.startsWith('clock_'),
};

// What was decided at once: the entries of one commit, told by its deed with the rest below.
export interface Deed {
  head: TimelineEntry;
  rest: TimelineEntry[];
  last: TimelineEntry; // the newest entry shown; its proof covers those before it
  verified: boolean;
}

// Entries of one commit carry one instant; clock and engine act within it. Oldest first, as they came.
export function deedsOf(entries: readonly TimelineEntry[]): Deed[] {
  const groups: TimelineEntry[][] = [];
  for (const entry of entries) {
    const group = groups[groups.length - 1];
    const newDeed = entry.kind === 'acted' && group?.some((one) => one.kind === 'acted');
    if (group === undefined || group[0]!.at !== entry.at || newDeed) groups.push([entry]);
    else group.push(entry);
  }
  return groups.map((group) => {
    const head = group.find((entry) => entry.kind === 'acted') ?? group[0]!;
    return { head, rest: group.filter((entry) => entry !== head), last: group[group.length - 1]!, verified: group.every((entry) => entry.verified) };
  });
}

// A new list, oldest first as it came.
export function filterTimeline(entries: readonly TimelineEntry[], kind: TimelineKind): TimelineEntry[] {
  return entries.filter(kFits[kind]);
}

// --- what the clock does by itself ---

// A row of reminders and looks of the clock, told in one line.
export interface Run {
  deeds: Deed[]; // oldest first
}
const kLeast = 3; // fewer are told one by one

// What changes nothing but that it was said: a clock ran out, it was looked, somebody was reminded.
const kIdle = ['clock_ended', 'clock_marked', 'acted'];

// Revisions of all such entries. Judged by all entries of a commit: a light that the clock turned is in it, and no mere reminder.
export function idleEntries(entries: readonly TimelineEntry[]): Set<number> {
  const idle = deedsOf(entries).filter(({ head, rest }) => [head, ...rest].every((one) => one.by.as === 'clock' && kIdle.includes(one.kind) && one.texts.length === 0 && one.evidence.length === 0));
  return new Set(idle.flatMap(({ head, rest }) => [head, ...rest].map((one) => one.revision)));
}

// In the order of the deeds: rows of idle ones become one, all else stays.
export function foldIdle(deeds: readonly Deed[], idle: ReadonlySet<number>): (Deed | Run)[] {
  const told: (Deed | Run)[] = [];
  let run: Deed[] = [];
  const end = () => { told.push(...(run.length < kLeast ? run : [{ deeds: run }])); run = []; };
  for (const deed of deeds) {
    if ([deed.head, ...deed.rest].every((one) => idle.has(one.revision))) run.push(deed);
    else { end(); told.push(deed); }
  }
  end();
  return told;
}
