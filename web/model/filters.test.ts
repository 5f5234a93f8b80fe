import { describe, expect, it } from 'vitest';
import { filtersFromUrl, filtersToRequest, filtersToUrl, isNarrowed, kFlags, kNoFilters, kOrders, placeOf, stateOf, wordsIn, type Filters } from './filters';

// A small seeded generator: a failing walk prints its seed and can be run again.
function chance(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

function anyFilters(seed: number): Filters {
  const die = chance(seed);
  const word = () => ['', 'a', '管道', 'x&y=z', '120103'][die(5)]!;
  const words = () => Array.from({ length: die(3) }, () => `k${die(9)}`);
  return {
    q: word(), kind: words(), step: words(), owner: word(), category: word(), channel: word(), area: word(), party: word(),
    state: (['open', 'closed', 'all'] as const)[die(3)]!,
    flag: [null, ...kFlags][die(kFlags.length + 1)]!,
    order: kOrders[die(kOrders.length)]!,
    page: 1 + die(30),
  };
}

describe('Filters and the address', () => {
  it('say the same thing, whatever the filters', () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const filters = anyFilters(seed);
      expect({ ...filtersFromUrl(filtersToUrl(filters)), q: wordsIn(stateOf(filters)) }, `SEED=${seed}`).toEqual(filters);
    }
  });

  it('keep the words one searched for out of the address and of the request', () => {
    const search = { ...kNoFilters, q: '张某某 13800000000', area: '120103' };
    expect(filtersToUrl(search)).toEqual({ area: '120103' });
    expect(filtersFromUrl({ q: search.q, area: '120103' }).q).toBe('');
    expect(JSON.stringify(filtersToRequest(search))).not.toContain('张');
    expect(placeOf(search, kNoFilters)).toEqual({ path: '/inbox', query: { area: '120103' }, state: { words: search.q }, force: true });
    expect(placeOf({ ...search, page: 2 }, search).force).toBe(false);
  });

  it('find no words in an entry that holds none', () => {
    for (const state of [null, undefined, {}, { words: 7 }, 'words']) expect(wordsIn(state)).toBe('');
    expect(wordsIn({ words: 'x'.repeat(500) })).toHaveLength(100);
  });

  it('leave the plain inbox with a plain address', () => {
    expect(filtersToUrl(kNoFilters)).toEqual({});
    expect(filtersFromUrl({})).toEqual(kNoFilters);
  });

  it('drop what an address should not hold', () => {
    const odd = { page: '-3', order: 'by_person', flag: 'drop table', state: ['open', null], nonsense: 'x' };
    expect(filtersFromUrl(odd)).toEqual(kNoFilters);
  });
});

describe('Filters and the request', () => {
  it('ask for open matters by their deadline, one page', () => {
    expect(filtersToRequest(kNoFilters)).toMatchObject({ open: true, order: 'due', offset: 0, limit: 50 });
  });

  it('ask for a counter by its own name and for nothing of open when all are wanted', () => {
    const asked = filtersToRequest({ ...kNoFilters, flag: 'contested', state: 'all', page: 3 });
    expect(asked).toMatchObject({ contested: true, offset: 100 });
    expect(asked.open).toBeUndefined();
  });
});

describe('A narrowed list', () => {
  it('is one with a filter, not one with another order or page', () => {
    expect(isNarrowed({ ...kNoFilters, order: 'newest', page: 4 })).toBe(false);
    expect(isNarrowed({ ...kNoFilters, flag: 'overdue' })).toBe(true);
    expect(isNarrowed({ ...kNoFilters, q: '管道' })).toBe(true);
  });
});
