import { describe, expect, it } from 'vitest';
import { cellText, columnsOf, headingOf } from './registers';

const rows = [
  { code: 'u1', name: 'Water company', aliases: [], part: true, area: { code: '1', name: 'Hexi' } },
  { code: 'u2', name: 'Gas company', valid_from: '2023-01-01T00:00:00.000Z' },
];
const t = (key: string) => key;

describe('A register as a table', () => {
  it('has only columns in which something stands', () => {
    expect(columnsOf(rows)).toEqual(['code', 'name', 'area', 'part', 'valid_from']);
  });

  it('shows no word of the code: a limit is its own words', () => {
    const row = { code: 'REPORT-ACCEPT', name: '3 working days', kind: 'urgent', amount: 3, time_unit: 'working_days', source: 's' } as const;
    const shown = columnsOf([row]).map((column) => cellText(row, column, 0, 'en', t));
    expect(shown).toEqual(['REPORT-ACCEPT / urgent', '3 working days', 's']);
    expect([headingOf('deadlines', 'name'), headingOf('units', 'name')]).toEqual(['column.limit', 'column.name']);
  });

  it('says a category once where a row is called by it', () => {
    const route = { code: 'r1', name: 'Gas', category: { code: 'utilities.gas', name: 'Gas' } };
    expect(columnsOf([route])).toEqual(['code', 'name']);
    expect(columnsOf([route, { ...route, name: 'Other' }])).toEqual(['code', 'name', 'category']);
  });

  it('says each cell in words', () => {
    const now = Date.parse('2023-02-14T01:00:00Z');
    expect(cellText(rows[0]!, 'area', now, 'en', t)).toBe('Hexi');
    expect(cellText(rows[0]!, 'part', now, 'en', t)).toBe('common.yes');
    expect(cellText(rows[0]!, 'aliases', now, 'en', t)).toBe('—');
    expect(cellText(rows[1]!, 'valid_from', now, 'zh-CN', t)).toBe('1月1日 08:00');
  });
});
