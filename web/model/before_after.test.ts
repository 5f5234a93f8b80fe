import { describe, expect, it } from 'vitest';
import type { TimelineEntry } from './api/types';
import { pairsOf } from './before_after';

const photo = (name: string, proof: boolean, round = 1) => ({ name, url: `/${name}`, proof, round });
const entry = (...evidence: ReturnType<typeof photo>[]) => ({ evidence }) as unknown as TimelineEntry;
const said = (entries: TimelineEntry[]) => pairsOf(entries).map((pair) => [pair.round, pair.before.map((one) => one.name).join(), pair.after.map((one) => one.name).join()]);

describe('Photos before and after', () => {
  it('stand side by side, each once', () => {
    expect(said([entry(photo('dark', false)), entry(photo('dark', false), photo('lit', true))])).toEqual([[1, 'dark', 'lit']]);
  });
  it('of a new round are compared with how it was, when nobody took another photo', () => {
    expect(said([entry(photo('dark', false)), entry(photo('dim', true)), entry(photo('lit', true, 2))])).toEqual([[2, 'dark', 'lit'], [1, 'dark', 'dim']]);
  });
  it('are nothing where there is no photo', () => {
    expect(pairsOf([entry()])).toEqual([]);
  });
});
