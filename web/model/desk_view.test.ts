import { describe, expect, it } from 'vitest';
import type { ViewAnswer, ViewDefinition, ViewGroup, ViewRow } from './api/types';
import {
  barOf, besideOf, columnsOf, communitiesOf, highestOf, kPlainView, lanesWithin, numberOf, orderOf, peakOf, placeOfRow, sortAfter, spanOf, titleOfRow, viewFromUrl, viewPlace, viewToFile, viewToUrl, weeksOf,
} from './desk_view';

const group = (code: string | null, count: number, more: Partial<ViewGroup> = {}): ViewGroup =>
  ({ code, label: code ?? '?', count, value: count, where: `x == '${code}'`, from: null, to: null, lon: null, lat: null, rows: [], part: null, ...more });
const row = (from: string | null, to: string | null = null): ViewRow => ({ matter: { id: '1', number: 'HX-2026-000001', title: 'A lamp', kind: 'report' }, record: null, entry: null, from, to, cells: [] });
const definition = (more: Partial<ViewDefinition> = {}) => ({ name: 'v', label: '', help: '', over: 'report', over_label: '', show: 'chart', ways: [], where: '', columns: [], by: null, across: null, on: [], until: null, per: null, sum: null, sort: '', of: '', formula: null, begins: null, stages: [], ...more }) as ViewDefinition;
const answer = (more: Partial<ViewAnswer>) => ({ definition: definition(), groups: [], across: [], cells: [], ...more }) as unknown as ViewAnswer;

describe('The address of a view', () => {
  it('says all of what is shown, and is read back', () => {
    const state = { where: "step == 'accepted'", sort: '-due', as: 'list' as const, page: 3, day: '2026-11-23' };
    expect(viewFromUrl(viewToUrl(state))).toEqual(state);
    expect(viewToUrl(kPlainView)).toEqual({});
  });

  it('drops what is malformed, but never the condition', () => {
    expect(viewFromUrl({ sort: 'due;drop', as: 'pie', page: '-2', day: 'tomorrow' })).toEqual(kPlainView);
    expect(viewFromUrl({ where: ['not ( readable', 'x'], page: '1e9' }).where).toBe('not ( readable');
  });

  it('leads from a number to its rows', () => {
    expect(viewPlace('district', 'by_step', { where: 'overdue', as: 'list' })).toEqual({ path: '/desk/district/by_step', query: { where: 'overdue', as: 'list' } });
  });

  it('takes away all rows, whatever page and way are shown', () => {
    expect(viewToFile({ where: 'overdue', sort: 'due', as: 'board', page: 4, day: '2026-11-23' })).toEqual({ where: 'overdue', sort: 'due' });
  });

  it('turns the order round when its column is asked for again', () => {
    expect([sortAfter('', 'due'), sortAfter('due', 'due'), sortAfter('-due', 'due'), sortAfter('due', 'step')]).toEqual(['due', '-due', 'due', 'step']);
    expect([orderOf('-due', 'due'), orderOf('due', 'due'), orderOf('due', 'step')]).toEqual(['descending', 'ascending', 'none']);
  });
});

describe('A number of a view', () => {
  it('counts rows, or is their sum, and is no number when none holds the sum', () => {
    expect(numberOf(definition(), { count: 4, value: 4 })).toBe(4);
    expect(numberOf(definition(), { total: 9, value: null })).toBe(9);
    const sum = { name: 'field.area', label: '', type: 'number' as const, options: [] };
    expect(numberOf(definition({ sum }), { count: 4, value: 120 })).toBe(120);
    expect(numberOf(definition({ sum }), { count: 4, value: null })).toBeNull();
  });

  it('is called by the number where a matter has no title', () => {
    expect(titleOfRow(row(null))).toBe('A lamp');
    expect(titleOfRow({ ...row(null), matter: { id: '1', number: 'HX-2026-000023', title: '', kind: 'dispute' } })).toBe('HX-2026-000023');
  });

  it('of a row leads to the matter, or to the entry of the register', () => {
    expect(placeOfRow(row(null), 'report')).toEqual({ path: '/m/HX-2026-000001', query: {} });
    const entry = { ...row(null), matter: null, entry: { code: 'p-1', name: 'A park' } };
    expect(placeOfRow(entry, 'register:places')).toEqual({ path: '/registers/places', query: { q: 'p-1' } });
    expect(placeOfRow(entry, 'report')).toBeNull();
  });
});

describe('The calendar of a view', () => {
  const week = { from: '2026-11-22T16:00:00.000Z', to: '2026-11-29T16:00:00.000Z', now: '2026-11-23T19:00:00.000Z', groups: [group('2026-11-25', 2)] };

  it('is one week from Monday, with today where the district is', () => {
    const weeks = weeksOf(week);
    expect(weeks.map((days) => days.map((day) => day.date))).toEqual([['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29']]);
    expect(weeks[0]!.find((day) => day.today)!.date).toBe('2026-11-24');
    expect(weeks[0]![2]!.group!.count).toBe(2);
  });

  it('fills the weeks at both ends of a month with days that are outside', () => {
    const month = { ...week, from: '2026-10-31T16:00:00.000Z', to: '2026-11-30T16:00:00.000Z' };
    const weeks = weeksOf(month);
    expect([weeks.length, weeks[0]![0]!.date, weeks[0]![0]!.inside, weeks[0]![6]!.date]).toEqual([6, '2026-10-26', false, '2026-11-01']);
    expect(besideOf(month)).toEqual({ before: '2026-10-31', after: '2026-12-01' });
  });

  it('is nothing where the answer holds no time', () => {
    expect(weeksOf({ ...week, from: null })).toEqual([]);
    expect(besideOf({ from: null, to: null })).toBeNull();
  });
});

describe('The timeline of a view', () => {
  it('puts bars and moments into the time that holds all of them', () => {
    const rows = [row('2026-01-01T00:00:00Z', '2026-01-11T00:00:00Z'), row('2026-01-21T00:00:00Z'), row(null)];
    const span = spanOf(rows)!;
    const [long, moment, none] = rows.map((one) => barOf(one, span));
    expect(long!.width).toBeGreaterThan(40);
    expect(long!.left).toBeGreaterThan(0);
    expect(moment!.width).toBe(0);
    expect(moment!.left).toBeLessThan(100);
    expect(none).toBeNull();
    expect(spanOf([row(null)])).toBeNull();
  });
});

describe('The chart of a view', () => {
  it('has a bar for each series of each group, nothing where there are no rows', () => {
    const shown = answer({ groups: [group('2026-01-01', 3), group('2026-02-01', 0)], across: [group('opened', 2), group('closed', 1)], cells: [{ group: 0, across: 1, count: 3, value: 3, where: 'w' }] });
    const columns = columnsOf(shown);
    expect(columns.map((column) => column.bars.map((bar) => bar.number))).toEqual([[0, 3], [0, 0]]);
    expect(columns[0]!.bars[1]!.where).toBe('w');
    expect(columns[0]!.bars[0]!.where).toBe('');
    expect(highestOf(columns)).toBe(3);
    expect(peakOf(columns)).toEqual({ label: '2026-01-01', number: 3, series: 1 });
  });

  it('has one bar for each group where there are no series', () => {
    const columns = columnsOf(answer({ groups: [group('a', 0), group(null, 0)] }));
    expect(columns.map((column) => column.bars)).toEqual([[{ series: 0, number: 0, where: "x == 'a'" }], [{ series: 0, number: 0, where: "x == 'null'" }]]);
    expect(peakOf(columns)).toBeNull();
    expect(highestOf(columns)).toBe(1);
  });
});

describe('The map of a view', () => {
  it('asks for the outlines of the communities in which the most is counted', () => {
    const groups = [group('120103004002', 1), group('120103004005', 2), group('12010300400207', 3), group('huizhong-jiayuan', 9), group(null, 4)];
    expect(communitiesOf(groups, 5)).toEqual(['120103004002', '120103004005']);
    expect(communitiesOf(groups, 1)).toEqual(['120103004002']);
  });
});

describe('The lanes of a timeline among other views', () => {
  const lane = (code: string, rows: number) => group(code, rows, { rows: Array.from({ length: rows }, () => row(null)) });

  it('end with the one that fills the place', () => {
    const lanes = [lane('a', 4), lane('b', 7), lane('c', 1)];
    expect(lanesWithin(lanes, 10).map((one) => one.code)).toEqual(['a', 'b']);
    expect(lanesWithin(lanes, 12).map((one) => one.code)).toEqual(['a', 'b', 'c']);
  });
});
