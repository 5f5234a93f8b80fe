// The inbox's filters and its address say the same thing: every filter is in the URL, so a view can be bookmarked,
// shared and gone back to. Unknown or malformed parts of an address are dropped, never passed on to the server.
// Only the words one searches for are not: people search for names and phones, and addresses stay in proxies and logs.
// They stand in the entry of the browser's history, which survives a reload and Back and leaves the browser for nobody.
import type { Query } from './api/client';

// What vue-router calls a query; spelled out here because the model knows no router.
export type UrlQuery = Record<string, string | null | (string | null)[] | undefined>;

export const kOrders = ['due', 'newest', 'oldest', 'updated'] as const;
export type Order = (typeof kOrders)[number];

export const kFlags = ['due_today', 'overdue', 'contested', 'returned'] as const;
export type Flag = (typeof kFlags)[number];

export interface Filters {
  q: string;
  kind: string[];
  step: string[];
  owner: string;
  category: string;
  channel: string;
  area: string;
  party: string;
  state: 'open' | 'closed' | 'all';
  flag: Flag | null; // one counter at a time: its number is then the number of rows
  order: Order;
  page: number; // from 1
}

export const kPageRows = 50; // as many as a clerk scans without losing the place; one server page

export const kNoFilters: Filters = {
  q: '', kind: [], step: [], owner: '', category: '', channel: '', area: '', party: '',
  state: 'open', flag: null, order: 'due', page: 1,
};

const kSingle = ['owner', 'category', 'channel', 'area', 'party'] as const;
const kMany = ['kind', 'step'] as const;

function all(value: UrlQuery[string]): string[] {
  return (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string' && one !== '');
}

export function filtersFromUrl(query: UrlQuery): Filters {
  const filters: Filters = { ...kNoFilters, kind: all(query.kind), step: all(query.step) };
  for (const name of kSingle) filters[name] = all(query[name])[0] ?? '';
  const state = all(query.state)[0];
  if (state === 'closed' || state === 'all') filters.state = state;
  filters.flag = kFlags.find((flag) => all(query.flag)[0] === flag) ?? null;
  filters.order = kOrders.find((order) => all(query.order)[0] === order) ?? 'due';
  const page = Number(all(query.page)[0] ?? '1');
  filters.page = Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1;
  return filters;
}

// Only what differs from the plain inbox, in a fixed order: equal views have equal addresses.
export function filtersToUrl(filters: Filters): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {};
  for (const name of kSingle) if (filters[name] !== '') query[name] = filters[name];
  for (const name of kMany) if (filters[name].length > 0) query[name] = [...filters[name]];
  if (filters.state !== 'open') query.state = filters.state;
  if (filters.flag !== null) query.flag = filters.flag;
  if (filters.order !== 'due') query.order = filters.order;
  if (filters.page > 1) query.page = String(filters.page);
  return query;
}

const kWordsMax = 100; // letters, as the server takes them

// What an entry of the history keeps beside its address, and the words it holds.
export function stateOf(filters: Filters): { words: string } {
  return { words: filters.q };
}
export function wordsIn(state: unknown): string {
  const words: unknown = (state as { words?: unknown } | null)?.words;
  return typeof words === 'string' ? words.slice(0, kWordsMax) : '';
}

// Where a link to these filters leads. Another search with the same filters has the same address, and a router would stay
// where it is: `force` makes it an entry of its own.
export function placeOf(filters: Filters, now: Filters): { path: string; query: Record<string, string | string[]>; state: { words: string }; force: boolean } {
  return { path: '/inbox', query: filtersToUrl(filters), state: stateOf(filters), force: filters.q !== now.q };
}

// Without the words, which the client sends in the body.
export function filtersToRequest(filters: Filters): Query {
  return {
    kind: filters.kind,
    step: filters.step,
    owner: filters.owner,
    category: filters.category,
    channel: filters.channel,
    area: filters.area,
    party: filters.party,
    open: filters.state === 'all' ? undefined : filters.state === 'open',
    ...(filters.flag === null ? {} : { [filters.flag]: true }),
    order: filters.order,
    offset: (filters.page - 1) * kPageRows,
    limit: kPageRows,
  };
}

// Does anything narrow the list beyond the plain inbox? Decides which empty state is told.
export function isNarrowed(filters: Filters): boolean {
  return filters.q !== '' || Object.keys(filtersToUrl({ ...filters, order: 'due', page: 1 })).length > 0;
}
