// What the photos of a matter say side by side: how it was, and what was done. Pure.
import type { TimelineEntry } from './api/types';

export type Photo = TimelineEntry['evidence'][number];
export interface Pair {
  round: number;
  before: Photo[];
  after: Photo[];
}

// A pair for each round in which something was shown, the newest first. A round that began because the first was not enough has often no
// photo of its own of how it was: those of the round before stand for it.
export function pairsOf(entries: readonly TimelineEntry[]): Pair[] {
  const rounds = new Map<number, Pair>();
  const seen = new Set<string>();
  for (const photo of entries.flatMap((entry) => entry.evidence)) {
    if (seen.has(photo.name)) continue;
    seen.add(photo.name);
    const pair = rounds.get(photo.round) ?? { round: photo.round, before: [], after: [] };
    (photo.proof ? pair.after : pair.before).push(photo);
    rounds.set(photo.round, pair);
  }
  const pairs = [...rounds.values()].sort((a, b) => a.round - b.round);
  pairs.forEach((pair, i) => {
    const earlier = pairs[i - 1];
    if (pair.before.length === 0 && earlier !== undefined) pair.before = earlier.before;
  });
  return pairs.reverse();
}
