import { describe, expect, it } from 'vitest';
import { isAsleep, putOff, snoozesFrom, wake } from './snooze';

const now = Date.parse('2023-02-14T01:00:00Z');
const hour = 3_600_000;
const row = { number: 'HX-2023-000001', updated: '2023-02-14T00:00:00Z', next_due: '2023-02-14T09:00:00Z' };
const asleep = putOff({}, row, now + 2 * hour);

describe('A matter put off', () => {
  it('is out of sight until its time', () => {
    expect(isAsleep(row, asleep, now + hour)).toBe(true);
    expect(isAsleep(row, asleep, now + 2 * hour)).toBe(false);
  });

  it('comes back at once when something happens to it', () => {
    expect(isAsleep({ ...row, updated: '2023-02-14T00:30:00Z' }, asleep, now)).toBe(false);
  });

  it('comes back when it falls due, however long it was put off', () => {
    const long = putOff({}, row, now + 100 * hour);
    expect(isAsleep(row, long, Date.parse(row.next_due))).toBe(false);
  });

  it('can be called back by hand', () => {
    expect(isAsleep(row, wake(asleep, row.number), now)).toBe(false);
  });

  it('survives nonsense in the browser store', () => {
    expect(snoozesFrom('{{', now)).toEqual({});
    expect(snoozesFrom('{"a":null,"b":{"until":"x"},"c":7}', now)).toEqual({});
    expect(snoozesFrom(JSON.stringify(asleep), now)).toEqual(asleep);
  });
});
