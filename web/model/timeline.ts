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

// A new list, oldest first as it came.
export function filterTimeline(entries: readonly TimelineEntry[], kind: TimelineKind): TimelineEntry[] {
  return entries.filter(kFits[kind]);
}
