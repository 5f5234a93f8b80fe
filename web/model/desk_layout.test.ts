import { describe, expect, it } from 'vitest';
import type { ViewDefinition } from './api/types';
import { deskRows, numbersAcross } from './desk_layout';

const column = { name: 'step', label: '', type: 'step', options: [] } as unknown as ViewDefinition['by'];
const view = (name: string) => {
  const show = name.replace(/\d+$/, '');
  if (show === 'bars') return { name, show: 'chart' as const, by: column, per: null };
  if (show === 'months') return { name, show: 'chart' as const, by: null, per: 'month' as const };
  return { name, show: show as ViewDefinition['show'], by: show === 'number' ? null : column, per: null };
};
const told = (names: string) => deskRows(names.split(' ').map(view)).map((row) => `${row.kind}: ${row.views.map((one) => one.name).join(' ')}`);
const across = (names: string) => deskRows(names.split(' ').map(view)).map((row) => row.across);

describe('The rows of a desk', () => {
  it('keep numbers in a line, and divide many evenly', () => {
    expect(told('number number2 list')).toEqual(['numbers: number number2', 'alone: list']);
    expect(told('list number number2')).toEqual(['alone: list', 'numbers: number number2']);
    expect([1, 3, 5, 6, 7, 8, 12].map(numbersAcross)).toEqual([4, 3, 5, 6, 7, 4, 6]);
  });

  it('leave a single number among the others', () => {
    expect(told('number list months')).toEqual(['flow: number list months']);
    expect(told('number')).toEqual(['numbers: number']);
  });

  it('are of two columns, and of three where all is slim', () => {
    expect([across('list matrix'), across('list matrix bars'), across('median bars matrix'), across('median bars')]).toEqual([[2], [2], [3], [2]]);
  });

  it('leave the whole width to boards, calendars and timelines', () => {
    expect(told('list board list2 timeline calendar')).toEqual(['alone: list', 'alone: board', 'alone: list2', 'alone: timeline', 'alone: calendar']);
  });

  it('put beside a calendar what is slim and would stand alone', () => {
    expect(told('calendar map')).toEqual(['wide_first: calendar map']);
    expect(told('bars calendar list')).toEqual(['wide_last: bars calendar', 'alone: list']);
    expect(told('calendar bars bars2')).toEqual(['alone: calendar', 'flow: bars bars2']);
  });

  it('show every view once, in its order', () => {
    const names = 'number list calendar bars months matrix median map timeline number2 number3 forecast funnel calendar2 number4';
    expect(deskRows(names.split(' ').map(view)).flatMap((row) => row.views.map((one) => one.name)).join(' ')).toBe(names);
  });
});
