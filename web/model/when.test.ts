import { describe, expect, it } from 'vitest';
import { daysBetween, documentDay, historyText, instantOf, monthSheet, readDateTime, wallClock, whenText } from './when';

const now = Date.parse('2023-02-14T01:00:00.000Z'); // 09:00 in the district

describe('District time', () => {
  it('reads 01:00 UTC as nine in the morning', () => {
    expect(wallClock(now)).toMatchObject({ year: 2023, month: 2, day: 14, hour: 9, minute: 0, weekday: 2 });
  });

  it('calls 16:30 UTC tomorrow, because midnight in the district has passed', () => {
    expect(daysBetween(now, Date.parse('2023-02-14T16:30:00Z'))).toBe(1);
    expect(whenText('2023-02-14T16:30:00Z', now, 'zh-CN')).toBe('明天 00:30');
  });

  it('names the year only when it is another one', () => {
    expect(whenText('2023-03-02T01:05:00Z', now, 'zh-CN')).toBe('3月2日 09:05');
    expect(whenText('2024-03-02T01:05:00Z', now, 'en')).toBe('2 Mar 2024 09:05');
  });

  it('shows a dash for no time at all', () => {
    expect(whenText(null, now, 'zh-CN')).toBe('—');
  });
});

describe('A time of an imported district', () => {
  it('stands on the clocks of its own place, in winter and in summer', () => {
    expect(historyText('2015-01-05T17:40:41.000Z', 'America/New_York')).toBe('2015-01-05 12:40 America/New_York');
    expect(historyText('2015-07-05T16:40:41.000Z', 'America/New_York')).toBe('2015-07-05 12:40 America/New_York');
    expect(historyText('2019-02-28T03:25:05.000Z', 'Asia/Shanghai')).toBe('2019-02-28 11:25');
  });

  it('is told in UTC when nobody knows the zone, and a missing one is a dash', () => {
    expect(historyText('2015-01-05T17:40:41.000Z', 'Nowhere/Land')).toBe('2015-01-05 17:40 UTC');
    expect(historyText(null, 'America/New_York')).toBe('—');
  });
});

describe('The date field', () => {
  it('reads a date however a clerk types it', () => {
    const expected = instantOf(2023, 2, 4, 9, 30);
    for (const date of ['2023-02-04', '2023/2/4', '2023.2.4', '2023年2月4日', '20230204']) {
      for (const time of ['09:30', '9:30', '9：30', '0930']) expect(readDateTime(date, time)).toBe(expected);
    }
  });

  it('refuses a day or an hour that does not exist', () => {
    expect(readDateTime('2023-02-30', '09:00')).toBeNull();
    expect(readDateTime('2023-02-14', '24:00')).toBeNull();
    expect(readDateTime('tomorrow', '09:00')).toBeNull();
  });

  it('shows six whole weeks from Monday', () => {
    const sheet = monthSheet(2023, 2);
    expect(sheet).toHaveLength(42);
    expect(sheet[0]).toEqual({ date: '2023-01-30', day: 30, inMonth: false });
    expect(sheet.filter((d) => d.inMonth)).toHaveLength(28);
  });
});

describe('The day under a document', () => {
  it('is whole in both languages, by the clock of the district', () => {
    expect(documentDay('2026-11-22T17:30:00Z', 'zh-CN')).toBe('2026年11月23日');
    expect(documentDay('2026-11-22T17:30:00Z', 'en')).toBe('23 November 2026');
  });
});
