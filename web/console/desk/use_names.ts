// What codes in a condition are called: from the options of their column, from rows that were shown, from what was picked, and
// else from the registers, asked once for each code. A code nobody knows stays a code.
import { reactive } from 'vue';
import type { ViewAnswer, ViewColumn } from '@/model/api/types';
import { sourceFor, type Source } from '@/ui/fields/lookup';

const kSourceOf: Partial<Record<ViewColumn['type'], string[]>> = { party: ['party'], category: ['category'], place: ['grid', 'place'] };

// Places of a matter are grids and registered places; both are searched.
export function sourceOf(column: ViewColumn): Source | null {
  const sources = (kSourceOf[column.type] ?? []).map((kind) => sourceFor(kind)!);
  if (sources.length === 0) return null;
  return async (text) => (await Promise.all(sources.map((source) => source(text)))).flat();
}

export function useNames() {
  const names = reactive(new Map<string, string>()); // "owner gas-company" -> its name
  const asked = new Set<string>();
  const learn = (column: string, code: string, name: string) => name !== '' && names.set(`${column} ${code}`, name);

  function learnFrom(answer: ViewAnswer): void {
    for (const column of answer.all_columns) column.options.forEach((option) => learn(column.name, option.code, option.name));
    const rows = [...answer.rows, ...answer.groups.flatMap((group) => group.rows)];
    answer.definition.columns.forEach((column, c) => {
      for (const row of rows) if (typeof row.cells[c]?.value === 'string' && column.type !== 'instant') learn(column.name, row.cells[c].value as string, row.cells[c].text);
    });
    for (const [column, groups] of [[answer.definition.by, answer.groups], [answer.definition.across, answer.across]] as const) {
      for (const group of column === null ? [] : groups) if (group.code !== null) learn(column!.name, group.code, group.label);
    }
  }

  async function look(column: ViewColumn, code: string): Promise<void> {
    asked.add(`${column.name} ${code}`);
    const hits = await sourceOf(column)?.(code).catch(() => []);
    const hit = hits?.find((one) => one.code === code);
    if (hit !== undefined) learn(column.name, code, hit.name);
  }
  function nameOf(column: ViewColumn, code: string): string {
    const known = names.get(`${column.name} ${code}`);
    if (known === undefined && !asked.has(`${column.name} ${code}`)) void look(column, code);
    return known ?? code;
  }
  // The values of a column that were seen so far, for columns whose options nobody lists.
  const seen = (column: string) => [...names].filter(([key]) => key.startsWith(`${column} `)).map(([key, name]) => ({ value: key.slice(column.length + 1), label: name }));
  // Names come in one language.
  function forget(): void {
    names.clear();
    asked.clear();
  }
  return { learn, learnFrom, nameOf, seen, forget };
}
export type Names = ReturnType<typeof useNames>;
