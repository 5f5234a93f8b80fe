// Where a search-as-you-type field looks: one source per kind of reference. A hit is a code, a name and a line that
// tells namesakes apart.
import type { InjectionKey, Ref } from 'vue';
import type { Named, RegisterRow } from '@/model/api/types';
import { client } from '../services';

export interface Hit {
  code: string;
  name: string;
  about: string;
}
// Units that are already at the table of this matter: asked for first wherever a unit is chosen.
export const kAtTable: InjectionKey<Ref<Hit[]>> = Symbol('units at the table');

// Names of what was picked in this form, by field and code (model/told.ts), for whoever keeps the form.
export const kNamed: InjectionKey<Record<string, string>> = Symbol('names of what was picked');

export type Source = (text: string) => Promise<Hit[]>;

const kHits = 20; // as many as fit on a screen without scrolling far

function aboutRow(row: RegisterRow): string {
  const named: (Named | undefined)[] = [row.area, row.unit, row.above];
  return row.kind_label ?? row.function ?? named.find((one) => one !== undefined)?.name ?? '';
}

function register(name: string): Source {
  return async (text) => {
    const page = await client.register(name, { limit: kHits }, text);
    return page.rows.map((row) => ({ code: row.code, name: row.name, about: aboutRow(row) }));
  };
}

// Places are found by words only; an empty question has no answer.
export const placeSource: Source = async (text) => {
  if (text === '') return [];
  const rows = await client.placesLike(text);
  return rows.map((row) => ({ code: row.code, name: row.name, about: row.path_text }));
};

const kSources: Record<string, Source> = {
  party: register('units'),
  category: register('categories'),
  grid: register('grids'),
  person: register('people'),
  place: placeSource,
};

export function sourceFor(kind: string): Source | null {
  return kSources[kind.replace('[]', '')] ?? null;
}
