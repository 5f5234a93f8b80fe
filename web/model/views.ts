// Views of the inbox that a person keeps on this machine: a name, an address, and the words one searched for, which no
// address holds. Nothing else of a matter is in them.
import { filtersFromUrl, filtersToUrl, wordsIn, type Filters, type UrlQuery } from './filters';

export interface View {
  name: string;
  query: Record<string, string | string[]>;
  words: string;
}

export const kViewsMax = 12; // more would be a second inbox
export const kViewNameMax = 20; // characters; a chip, not a sentence

export function viewsFrom(stored: string | null): View[] {
  try {
    const kept: unknown = JSON.parse(stored ?? '[]');
    const good = (one: Partial<View> | null): one is View => typeof one?.name === 'string' && one.name !== '' && typeof one.query === 'object' && one.query !== null;
    // Through the filters and back: what an address should not hold does not come out of the store either.
    return (Array.isArray(kept) ? kept : []).filter(good).slice(0, kViewsMax).map((one) => ({ name: [...one.name].slice(0, kViewNameMax).join(''), query: filtersToUrl(filtersFromUrl(one.query as UrlQuery)), words: wordsIn(one) }));
  } catch {
    return [];
  }
}

const same = (a: View, b: Omit<View, 'name'>) => JSON.stringify(a.query) === JSON.stringify(b.query) && a.words === b.words;

function kept(filters: Filters): Omit<View, 'name'> {
  return { query: filtersToUrl({ ...filters, page: 1 }), words: filters.q };
}
export function filtersOf(view: View): Filters {
  return { ...filtersFromUrl(view.query), q: view.words };
}
export function viewOf(views: readonly View[], filters: Filters): View | null {
  return views.find((view) => same(view, kept(filters))) ?? null;
}
// The newest of a name wins.
export function withView(views: readonly View[], name: string, filters: Filters): View[] {
  const short = [...name.trim()].slice(0, kViewNameMax).join('');
  if (short === '') return [...views];
  return [...views.filter((view) => view.name !== short), { name: short, ...kept(filters) }].slice(-kViewsMax);
}
