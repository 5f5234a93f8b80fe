// How the views of a block stand on a desk: numbers in a line, what needs the whole width alone, all else in columns.
// From what the views are, not from what they hold, so that nothing changes its place when it loads. Pure.
import type { ViewDefinition } from './api/types';
import { isTile } from './measure';

export type RowKind = 'numbers' | 'alone' | 'flow' | 'wide_first' | 'wide_last';
export interface DeskRow<View> {
  kind: RowKind;
  across: number; // columns, where there is room for them
  views: View[];
}
type Shape = Pick<ViewDefinition, 'show' | 'by' | 'per'>;

const kMostNumbers = 7; // in a line; more are divided evenly
const kLeastNumbers = 4; // a single number is no banner

const isWide = ({ show }: Shape) => show === 'board' || show === 'timeline' || show === 'calendar';
// Reads well in a third of the page, and poorly over the whole of it.
const isSlim = (view: Shape) => isTile(view) || ['rate', 'median', 'funnel', 'map', 'matrix'].includes(view.show) || (view.show === 'chart' && view.per === null);

export function numbersAcross(count: number): number {
  if (count === 3) return 3;
  return Math.max(kLeastNumbers, Math.ceil(count / Math.ceil(count / kMostNumbers)));
}

function flowOf<View extends Shape>(views: View[]): DeskRow<View>[] {
  if (views.length === 0) return [];
  if (views.length > 1 && views.every(isTile)) return [{ kind: 'numbers', across: numbersAcross(views.length), views }];
  if (views.length === 1) return [{ kind: isTile(views[0]!) ? 'numbers' : 'alone', across: isTile(views[0]!) ? kLeastNumbers : 1, views }];
  return [{ kind: 'flow', across: views.length > 2 && views.every(isSlim) ? 3 : 2, views }];
}

export function deskRows<View extends Shape>(views: readonly View[]): DeskRow<View>[] {
  const rows: DeskRow<View>[] = [];
  let run: View[] = [];
  const endRun = () => { rows.push(...flowOf(run)); run = []; };
  for (let i = 0; i < views.length; i += 1) {
    const view = views[i]!;
    const [before, after] = [run[run.length - 1], views[i + 1]];
    // Several numbers beside each other are a line of their own; a single one stands among the others.
    if (isTile(view) && (run.length === 0 || !run.every(isTile)) && after !== undefined && isTile(after)) endRun();
    if (!isTile(view) && run.length > 1 && run.every(isTile)) endRun();
    if (!isWide(view)) {
      run.push(view);
      continue;
    }
    // A calendar leaves room for something slim beside it that would stand alone.
    const beforeAlone = run.length === 1 && before !== undefined && isSlim(before) && !isTile(before);
    const afterAlone = after !== undefined && isSlim(after) && !isTile(after) && (views[i + 2] === undefined || isWide(views[i + 2]!));
    if (view.show === 'calendar' && beforeAlone) {
      run = [];
      rows.push({ kind: 'wide_last', across: 2, views: [before, view] });
    } else if (view.show === 'calendar' && afterAlone) {
      endRun();
      rows.push({ kind: 'wide_first', across: 2, views: [view, after] });
      i += 1;
    } else {
      endRun();
      rows.push({ kind: 'alone', across: 1, views: [view] });
    }
  }
  endRun();
  return rows;
}
