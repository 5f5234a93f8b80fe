import { describe, expect, it } from 'vitest';
import type { ViewAnswer, ViewOutlook } from './api/types';
import { isTile, lapseText, lineOf, monthsOf, shareText, tooFew } from './measure';

describe('A share', () => {
  it('is a percentage with one decimal where it needs one', () => {
    expect([shareText(5, 10), shareText(4, 6), shareText(0, 5), shareText(5, 5)]).toEqual(['50%', '66.7%', '0%', '100%']);
  });
  it('of nothing is not said, and not of fewer than five', () => {
    expect([shareText(0, 0), shareText(1, 1), shareText(3, 4)]).toEqual(['—', '—', '—']);
    expect([0, 1, 4, 5].map(tooFew)).toEqual([false, true, true, false]);
  });
  it('without groups is one number among numbers', () => {
    expect([isTile({ show: 'rate', by: null }), isTile({ show: 'number', by: null }), isTile({ show: 'funnel', by: null })]).toEqual([true, true, false]);
  });
});

describe('A time', () => {
  it('is said in two units at most', () => {
    const minute = 60_000;
    expect([0, 59, 60, 125, 1440, 3 * 1440 + 90].map((minutes) => lapseText(minutes * minute, 'en'))).toEqual(['0 min', '59 min', '1 h', '2 h 5 min', '1 d', '3 d 1 h']);
    expect(lapseText(26 * 60 * minute, 'zh-CN')).toBe('1 天 2 小时');
  });
});

const group = (code: string, count: number, value: number) => ({ code, label: code.slice(0, 7), count, value, where: `on ${code}` });
const outlook = { across: null, months: [{ code: '2026-02-01', label: '2026-02', value: 12 }] } as unknown as ViewOutlook;
const answer = (more: object) => ({ definition: { sum: null }, groups: [group('2026-01-01', 2, 20), group('2026-02-01', 0, 0)], cells: [], ...more }) as unknown as ViewAnswer;

describe('A forecast', () => {
  it('goes on from what was; a month in which nothing was counted is nothing', () => {
    expect(monthsOf(answer({}), outlook).map(({ label, actual, where, ahead }) => [label, actual, where, ahead])).toEqual([['2026-01', 2, 'on 2026-01-01', null], ['2026-02', 0, '', 12]]);
  });
  it('of sums leaves a month open in which nothing was entered', () => {
    expect(monthsOf(answer({ definition: { sum: {} } }), outlook).map((month) => month.actual)).toEqual([20, null]);
  });
  it('of one series among several takes its cells', () => {
    const cells = [{ group: 0, across: 0, count: 9, value: 9, where: 'other' }, { group: 1, across: 1, count: 3, value: 3, where: 'mine' }];
    expect(monthsOf(answer({ cells }), { ...outlook, across: 1 }).map((month) => [month.actual, month.where])).toEqual([[0, ''], [3, 'mine']]);
  });
  it('is drawn from nothing to the most', () => {
    const months = monthsOf(answer({}), outlook);
    expect(lineOf(months, 'actual', 100, 60).map(({ x, y }) => [x, y])).toEqual([[0, 50], [100, 60]]);
    expect(lineOf(months, 'ahead', 100, 60).map(({ x, y }) => [x, y])).toEqual([[100, 0]]);
  });
});
