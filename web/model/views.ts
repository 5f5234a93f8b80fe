// Views of the inbox that a person keeps on this machine: a name and an address. Nothing of a matter is in them but the
// words one searched for.
import { filtersFromUrl, filtersToUrl, type Filters, type UrlQuery } from './filters';

export interface View {
  name: string;
  query: Record<string, string | string[]>;
}

export const kViewsMax = 12; // more would be a second inbox
export const kViewNameMax = 20; // characters; a chip, not a sentence

export function viewsFrom(stored: string | null): View[] {
  try {
    const kept: unknown = JSON.parse(stored ?? '[]');
    const good = (one: Partial<View> | null): one is View => typeof one?.name === 'string' && one.name !== '' && typeof one.query === 'object' && one.query !== null;
    // Through the filters and back: what an address should not hold does not come out of the store either.
    return (Array.isArray(kept) ? kept : []).filter(good).slice(0, kViewsMax).map((one) => ({ name: [...one.name].slice(0, kViewNameMax).join(''), query: filtersToUrl(filtersFromUrl(one.query as UrlQuery)) }));
  } catch {
    return [];
  }
}

const sameQuery = (a: View['query'], b: View['query']) => JSON.stringify(a) === JSON.stringify(b);

export function queryOf(filters: Filters): View['query'] {
  return filtersToUrl({ ...filters, page: 1 });
}
export function viewOf(views: readonly View[], filters: Filters): View | null {
  return views.find((view) => sameQuery(view.query, queryOf(filters))) ?? null;
}
// The newest of a name wins.
export function withView(views: readonly View[], name: string, filters: Filters): View[] {
  const short = [...name.trim()].slice(0, kViewNameMax).join('');
  if (short === '') return [...views];
  return [...views.filter((view) => view.name !== short), { name: short, query: queryOf(filters) }].slice(-kViewsMax);
}
