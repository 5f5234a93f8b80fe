// Where the numbers and controls of a shown view lead, and how its values read. All ways to show a view use the same.
import { useI18n } from 'vue-i18n';
import type { ViewAnswer, ViewCell, ViewColumn, ViewGroup, ViewRow } from '@/model/api/types';
import { numberOf, viewPlace, type ViewPlace, type ViewState } from '@/model/desk_view';
import { whenText, type Locale } from '@/model/when';

export interface Shown {
  desk: string;
  answer: ViewAnswer;
  state: ViewState;
  now: number; // ms
  whole: boolean; // alone on its page, not one of several on a desk
}

const kGroups = 10; // that a view shows of its groups among other views

export function useLinks(shown: Shown) {
  const { t, n, locale } = useI18n();
  const view = () => shown.answer.definition.name;
  // The rows behind a number.
  const opens = (where: string): ViewPlace => viewPlace(shown.desk, view(), { where, as: 'list' });
  const changed = (next: Partial<ViewState>): ViewPlace => viewPlace(shown.desk, view(), { ...shown.state, page: 1, ...next });
  function numberText(part: ViewGroup | ViewCell | ViewAnswer): string {
    const number = numberOf(shown.answer.definition, part);
    return number === null ? '—' : n(number);
  }
  const opensWords = (name: string, part: ViewGroup | ViewCell | ViewAnswer) => t('desk.opens', { name, n: numberText(part) });
  function cellText(column: ViewColumn, cell: ViewRow['cells'][number]): string {
    if (column.type === 'instant' && typeof cell.value === 'string') return whenText(cell.value, shown.now, locale.value as Locale);
    return cell.text === '' ? '—' : cell.text;
  }
  // A deadline of a matter reads as the time that is left.
  const isDue = (column: ViewColumn) => column.name === 'due' || column.name === 'matter.due';
  const someOf = <Group>(groups: readonly Group[], most = kGroups): Group[] => (shown.whole ? [...groups] : groups.slice(0, most));
  return { t, n, locale, opens, changed, numberText, opensWords, cellText, isDue, someOf };
}
