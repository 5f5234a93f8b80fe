// Shares, times and forecasts of views in words and in numbers to draw with. Pure.
import type { ViewAnswer, ViewDefinition, ViewGroup, ViewOutlook } from './api/types';
import type { Locale } from './when';

const [kMinute, kHour, kDay] = [60_000, 3_600_000, 86_400_000]; // ms

// Of fewer rows than this nothing is derived, no share and no time, as the server has it for medians: it would say much about each of them and
// little about all. Counts are said however small they are.
export const kFew = 5;
export const tooFew = (whole: number) => whole > 0 && whole < kFew;

// A share in percent with one decimal; '—' of nothing (0 of 0 is neither all nor none) and of too few.
export function shareText(part: number, whole: number): string {
  if (whole < kFew) return '—';
  const percent = (part / whole) * 100;
  return `${Number.isInteger(percent) ? percent : percent.toFixed(1)}%`;
}

const kUnits: Record<Locale, { day: string; hour: string; minute: string }> = {
  'zh-CN': { day: ' 天', hour: ' 小时', minute: ' 分钟' },
  en: { day: ' d', hour: ' h', minute: ' min' },
};

// "3 天 4 小时", "5 h 20 min", "2 min": two units at most, as people say it.
export function lapseText(ms: number, locale: Locale): string {
  const unit = kUnits[locale];
  const minutes = Math.round(ms / kMinute);
  const [days, hours, left] = [Math.floor((minutes * kMinute) / kDay), Math.floor((minutes * kMinute) / kHour) % 24, minutes % 60];
  const parts = days > 0 ? [days + unit.day, ...(hours > 0 ? [hours + unit.hour] : [])] : hours > 0 ? [hours + unit.hour, ...(left > 0 ? [left + unit.minute] : [])] : [left + unit.minute];
  return parts.join(' ');
}

// Shown as one number among numbers, not as a table.
export function isTile(view: Pick<ViewDefinition, 'show' | 'by'>): boolean {
  return view.show === 'number' || (view.show === 'rate' && view.by === null);
}

// --- forecast ---

export interface Month {
  code: string; // its first day
  label: string;
  actual: number | null; // null: nothing is recorded
  where: string; // opens it; '' where there is nothing
  ahead: number | null;
}

// One series: what was, then what is to come; the running month is both.
export function monthsOf(answer: ViewAnswer, outlook: ViewOutlook): Month[] {
  const summed = answer.definition.sum !== null;
  const cells = outlook.across === null ? null : new Map(answer.cells.filter((cell) => cell.across === outlook.across).map((cell) => [cell.group, cell]));
  const of = (group: ViewGroup, i: number) => (cells === null ? group : cells.get(i));
  const months = new Map<string, Month>();
  answer.groups.forEach((group, i) => {
    if (group.code === null) return;
    const part = of(group, i);
    const has = part !== undefined && part.count > 0;
    months.set(group.code, { code: group.code, label: group.label, actual: has ? (summed ? part.value : part.count) : summed ? null : 0, where: has ? part.where : '', ahead: null });
  });
  for (const month of outlook.months) months.set(month.code, { ...(months.get(month.code) ?? { code: month.code, label: month.label, actual: null, where: '' }), ahead: month.value });
  return [...months.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

// Points of a line over months, in a box of this size; months without a number are left out. The floor is nothing, or the least
// where that is below.
export function lineOf(months: readonly Month[], of: 'actual' | 'ahead', width: number, height: number): { x: number; y: number; month: Month }[] {
  const all = months.flatMap((month) => [month.actual, month.ahead]).filter((one): one is number => one !== null);
  const [least, most] = [Math.min(0, ...all), Math.max(1, ...all)];
  const step = months.length > 1 ? width / (months.length - 1) : 0;
  return months.flatMap((month, i) => (month[of] === null ? [] : [{ x: i * step, y: height - ((month[of]! - least) / (most - least)) * height, month }]));
}
