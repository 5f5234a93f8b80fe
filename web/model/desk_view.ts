// What the page of a view shows and its address say the same thing: condition, order, way, page and day stand in the URL. And the
// arithmetic of the ways to show it: days of a calendar, bars of a timeline, heights of a chart, places on a map.
// Pure; drawing is the pages'.
import type { Query } from './api/client';
import type { Show, ViewAnswer, ViewDefinition, ViewGroup, ViewRow } from './api/types';
import type { UrlQuery } from './filters';
import { dateText } from './when';

export const kShows: readonly Show[] = ['list', 'number', 'board', 'matrix', 'calendar', 'timeline', 'chart', 'map', 'rate', 'median', 'funnel', 'forecast'];

export interface ViewState {
  where: string;
  sort: string; // "due", "-opened"; '' for the view's own order
  as: Show | ''; // '' for the view's own way
  page: number; // from 1
  day: string; // of a calendar: "2026-11-23", '' for today
}
export const kPlainView: ViewState = { where: '', sort: '', as: '', page: 1, day: '' };

const kSort = /^-?[a-z][a-z0-9_.]{0,138}$/;
const kDate = /^\d{4}-\d{2}-\d{2}$/;
const kPageMax = 100_000;

function first(value: UrlQuery[string]): string {
  const one = Array.isArray(value) ? value[0] : value;
  return typeof one === 'string' ? one : '';
}

// What is malformed is dropped, except the condition: without it the page would show other rows than its address says, so
// the server refuses it in words.
export function viewFromUrl(query: UrlQuery): ViewState {
  const [sort, day, page] = [first(query.sort), first(query.day), Number(first(query.page))];
  return {
    where: first(query.where).trim(),
    sort: kSort.test(sort) ? sort : '',
    as: kShows.find((show) => show === first(query.as)) ?? '',
    page: Number.isInteger(page) && page >= 1 && page <= kPageMax ? page : 1,
    day: kDate.test(day) ? day : '',
  };
}

// Only what differs from the plain view, in a fixed order: equal pages have equal addresses.
export function viewToUrl(state: ViewState): Record<string, string> {
  const query: Record<string, string> = {};
  for (const name of ['where', 'sort', 'as', 'day'] as const) if (state[name] !== '') query[name] = state[name];
  if (state.page > 1) query.page = String(state.page);
  return query;
}

export function viewToRequest(state: ViewState, limit: number): Query {
  return { ...viewToUrl(state), limit };
}

// Of the same rows as a file: all of them, whatever way they are shown.
export function viewToFile(state: ViewState): Query {
  return { where: state.where, sort: state.sort };
}

export interface ViewPlace {
  path: string;
  query: Record<string, string>;
}
export function viewPlace(desk: string, view: string, state: Partial<ViewState> = {}): ViewPlace {
  return { path: `/desk/${desk}/${view}`, query: viewToUrl({ ...kPlainView, ...state }) };
}

// --- order ---

export function sortAfter(sort: string, column: string): string {
  return sort === column ? `-${column}` : column;
}
export function orderOf(sort: string, column: string): 'ascending' | 'descending' | 'none' {
  return sort === column ? 'ascending' : sort === `-${column}` ? 'descending' : 'none';
}

// --- numbers ---

// What stands for some rows: how many they are, or the sum over them; null when no whole number holds it.
export function numberOf(definition: ViewDefinition, part: { count?: number; total?: number; value: number | null }): number | null {
  return definition.sum === null ? (part.count ?? part.total ?? 0) : part.value;
}

// --- where a row leads ---

// Registers that have a page of their own, by code.
const kPages: readonly string[] = ['units', 'grids', 'categories', 'places', 'routes', 'precedents'];

export function placeOfRow(row: ViewRow, over: string): ViewPlace | null {
  if (row.matter !== null) return { path: `/m/${row.matter.number}`, query: {} };
  const register = over.startsWith('register:') ? over.slice('register:'.length) : '';
  return row.entry === null || !kPages.includes(register) ? null : { path: `/registers/${register}`, query: { q: row.entry.code } };
}
// Matters that only those named in them may read carry no title: their number stands for it.
export function titleOfRow(row: ViewRow): string {
  return row.matter?.title || row.entry?.name || numberOfRow(row);
}
export function numberOfRow(row: ViewRow): string {
  return row.matter?.number ?? row.entry?.code ?? '';
}

// --- calendar ---

const kDay = 86_400_000; // ms

export interface CalendarDay {
  date: string;
  inside: boolean; // of the month or week that is shown
  today: boolean;
  group: ViewGroup | null;
}

const noon = (date: string) => Date.parse(`${date}T00:00:00Z`);
const dateAt = (at: number) => new Date(at).toISOString().slice(0, 10);

// Weeks from Monday on, whole, around the days from `from` up to `to`.
export function weeksOf(answer: Pick<ViewAnswer, 'from' | 'to' | 'now' | 'groups'>): CalendarDay[][] {
  if (answer.from === null || answer.to === null) return [];
  const [from, to] = [noon(dateText(Date.parse(answer.from))), noon(dateText(Date.parse(answer.to)))];
  const today = dateText(Date.parse(answer.now));
  const groups = new Map(answer.groups.map((group) => [group.code, group]));
  const start = from - ((new Date(from).getUTCDay() + 6) % 7) * kDay;
  const weeks: CalendarDay[][] = [];
  for (let monday = start; monday < to; monday += 7 * kDay) {
    weeks.push(Array.from({ length: 7 }, (_, i) => {
      const [at, date] = [monday + i * kDay, dateAt(monday + i * kDay)];
      const inside = at >= from && at < to;
      return { date, inside, today: date === today, group: groups.get(date) ?? null };
    }));
  }
  return weeks;
}

// A day of the month or week before, and of the one after.
export function besideOf(answer: Pick<ViewAnswer, 'from' | 'to'>): { before: string; after: string } | null {
  if (answer.from === null || answer.to === null) return null;
  return { before: dateText(Date.parse(answer.from) - kDay / 2), after: dateText(Date.parse(answer.to)) };
}

// --- timeline ---

export interface Span {
  from: number; // ms
  to: number;
}
export interface Bar {
  left: number; // percent of the width
  width: number; // 0: a moment
}

// The time that holds all bars, with a little room on both sides; null when nothing is dated.
export function spanOf(rows: readonly ViewRow[]): Span | null {
  const times = rows.flatMap((row) => [row.from, row.to]).flatMap((at) => (at === null ? [] : [Date.parse(at)]));
  if (times.length === 0) return null;
  const [from, to] = [Math.min(...times), Math.max(...times)];
  const room = Math.max((to - from) * 0.03, kDay / 2);
  return { from: from - room, to: to + room };
}
export function partOf(span: Span, at: number): number {
  return Math.min(100, Math.max(0, ((at - span.from) / (span.to - span.from)) * 100));
}
export function barOf(row: ViewRow, span: Span): Bar | null {
  if (row.from === null) return null;
  const left = partOf(span, Date.parse(row.from));
  return { left, width: row.to === null ? 0 : Math.max(0, partOf(span, Date.parse(row.to)) - left) };
}

// The first lanes, up to and with the one in which this many rows are reached.
export function lanesWithin(groups: readonly ViewGroup[], rows: number): ViewGroup[] {
  const before = (i: number) => groups.slice(0, i).reduce((sum, group) => sum + group.rows.length, 0);
  return groups.filter((_, i) => before(i) < rows);
}

// --- chart ---

export interface Column {
  group: ViewGroup;
  bars: { series: number; number: number | null; where: string }[]; // one for each series; no rows: where is ''
}

// A group of bars for each group of rows; one bar each where there are no series.
export function columnsOf(answer: ViewAnswer): Column[] {
  if (answer.across.length === 0) {
    return answer.groups.map((group) => ({ group, bars: [{ series: 0, number: numberOf(answer.definition, group), where: group.where }] }));
  }
  const cells = new Map(answer.cells.map((cell) => [`${cell.group} ${cell.across}`, cell]));
  return answer.groups.map((group, g) => ({
    group,
    bars: answer.across.map((_, series) => {
      const cell = cells.get(`${g} ${series}`);
      return cell === undefined ? { series, number: 0, where: '' } : { series, number: numberOf(answer.definition, cell), where: cell.where };
    }),
  }));
}

export function highestOf(columns: readonly Column[]): number {
  return Math.max(1, ...columns.flatMap((column) => column.bars.map((bar) => bar.number ?? 0)));
}

// The group with the largest number, for the sentence that says what a chart shows; null when all are nothing.
export function peakOf(columns: readonly Column[]): { label: string; number: number; series: number } | null {
  const all = columns.flatMap((column) => column.bars.map((bar) => ({ label: column.group.label, number: bar.number ?? 0, series: bar.series })));
  const most = all.reduce((best, one) => (one.number > best.number ? one : best), { label: '', number: 0, series: 0 });
  return most.number === 0 ? null : most;
}

// --- map ---

export function placedGroups(groups: readonly ViewGroup[]): (ViewGroup & { lon: number; lat: number })[] {
  return groups.filter((group): group is ViewGroup & { lon: number; lat: number } => group.lon !== null && group.lat !== null);
}

const kCommunity = /^\d{12}/; // official code of a community, with which those of its grids begin

// The communities in which the most is counted, at most `most` of them, for their outlines.
export function communitiesOf(groups: readonly ViewGroup[], most: number): string[] {
  const counts = new Map<string, number>();
  for (const group of groups) {
    const code = kCommunity.exec(group.code ?? '')?.[0];
    if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + group.count);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, most).map(([code]) => code);
}
