import { describe, expect, it } from 'vitest';
import { kNoFilters } from './filters';
import { filtersOf, kViewsMax, viewOf, viewsFrom, withView } from './views';

const urgent = { ...kNoFilters, flag: 'overdue' as const, q: '管道' };

describe('A kept view', () => {
  it('is found again by its filters and words, on whatever page', () => {
    const views = withView([], ' 逾期管道 ', urgent);
    expect(viewOf(views, { ...urgent, page: 3 })?.name).toBe('逾期管道');
    expect(viewOf(views, kNoFilters)).toBeNull();
    expect(viewOf(views, { ...urgent, q: '路灯' })).toBeNull();
  });

  it('survives being stored', () => {
    const views = withView([], 'a', urgent);
    expect(viewsFrom(JSON.stringify(views))).toEqual(views);
    expect(filtersOf(views[0]!)).toEqual(urgent);
    expect(JSON.stringify(views[0]!.query)).not.toContain('管道');
  });

  it('replaces one of its name, and the oldest when there are too many', () => {
    let views = withView(withView([], 'a', urgent), 'a', kNoFilters);
    expect(views).toHaveLength(1);
    for (let i = 0; i < kViewsMax + 3; i += 1) views = withView(views, `v${i}`, urgent);
    expect(views).toHaveLength(kViewsMax);
  });

  it('without a name is none, and nonsense in the store is nothing', () => {
    expect(withView([], '  ', urgent)).toEqual([]);
    for (const stored of [null, '[', '{}', '[null,{"name":3},{"name":"x"}]']) expect(viewsFrom(stored)).toEqual([]);
  });
});
