// How comparisons and values of a condition are said in words.
import type { ViewColumn } from '@/model/api/types';
import type { Operand, Sign, Test } from '@/model/condition';
import { dayText, type Locale } from '@/model/when';
import type { Names } from './use_names';

const kSigns: Record<Sign, string> = { '==': 'eq', '!=': 'ne', '<': 'lt', '<=': 'le', '>': 'gt', '>=': 'ge', in: 'in', 'not in': 'not_in', known: 'known', 'not known': 'not_known' };
const kOfTimes: Partial<Record<Sign, string>> = { '<': 'before', '<=': 'until', '>': 'after', '>=': 'from' };

export function signKey(sign: Sign, type: ViewColumn['type'] | null): string {
  return `sign.${(type === 'instant' ? kOfTimes[sign] : undefined) ?? kSigns[sign]}`;
}

type Translate = (key: string, named: Record<string, unknown>, n?: number) => string;

function valueWords(value: Operand, column: ViewColumn | null, names: Names, t: Translate, now: number, locale: Locale): string {
  switch (value.is) {
    case 'codes': return value.codes.map((code) => (column === null ? code : names.nameOf(column, code))).join(locale === 'en' ? ', ' : '、');
    case 'number': return String(value.number);
    case 'truth': return t(value.truth ? 'common.yes' : 'common.no', {});
    case 'day': return dayText(Date.parse(`${value.day}T04:00:00Z`), now, locale);
    case 'moment': return t(`moment.${value.moment}`, {});
    default: return t(`moment.n_${value.is}`, { n: value.days }, value.days);
  }
}

// "环节" and " 是 已受理"; "逾期" and "：否"
export function testWords(test: Test, columns: readonly ViewColumn[], names: Names, t: Translate, now: number, locale: Locale): { column: string; rest: string } {
  const column = columns.find((one) => one.name === test.column) ?? null;
  if (test.value?.is === 'truth' && test.sign === '==') return { column: column?.label ?? test.column, rest: (locale === 'en' ? ': ' : '：') + valueWords(test.value, column, names, t, now, locale) };
  const sign = t(signKey(test.sign, column?.type ?? null), {});
  const value = test.value === null ? '' : valueWords(test.value, column, names, t, now, locale);
  return { column: column?.label ?? test.column, rest: ['', sign, value].filter((word, i) => i === 0 || word !== '').join(' ') };
}
