// The timeline of a matter by what a reader looks for: what people did, what was written, what was attached.
import type { TimelineEntry } from './api/types';

export const kTimelineKinds = ['all', 'acts', 'texts', 'files', 'clocks'] as const;
export type TimelineKind = (typeof kTimelineKinds)[number];

const kFits: Record<TimelineKind, (entry: TimelineEntry) => boolean> = {
  all: () => true,
  acts: (entry) => entry.by.as === 'staff' || entry.by.as === 'resident',
  texts: (entry) => entry.texts.length > 0,
  files: (entry) => entry.evidence.length > 0,
  clocks: (entry) => entry.kind.startsWith('clock_'),
};

// A new list, oldest first as it came.
export function filterTimeline(entries: readonly TimelineEntry[], kind: TimelineKind): TimelineEntry[] {
  return entries.filter(kFits[kind]);
}
