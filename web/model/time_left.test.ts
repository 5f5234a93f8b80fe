import { describe, expect, it } from 'vitest';
import { ServerClock, kSoon, minutesSince, timeLeft, ticking } from './time_left';

const now = Date.parse('2023-02-14T01:00:00.000Z');
const at = (ms: number) => new Date(now + ms).toISOString();
const hours = 3_600_000;

describe('Time left', () => {
  it('counts minutes, then hours, then days', () => {
    expect(timeLeft(at(35 * 60_000), now)).toEqual({ tone: 'soon', key: 'left.minutes', n: 35, m: 0 });
    expect(timeLeft(at(20 * hours), now)).toEqual({ tone: 'calm', key: 'left.hours', n: 20, m: 0 });
    expect(timeLeft(at(72 * hours), now)).toEqual({ tone: 'calm', key: 'left.days', n: 3, m: 0 });
  });

  it('does not cheat anybody of an hour', () => {
    expect(timeLeft(at(2 * hours - 60_000), now)).toMatchObject({ key: 'left.hours_minutes', n: 1, m: 59 });
    expect(timeLeft(at(-3 * hours - 5 * 60_000), now)).toMatchObject({ key: 'left.over_hours_minutes', n: 3, m: 5 });
  });

  it('says overdue by how much', () => {
    expect(timeLeft(at(-20 * hours), now)).toEqual({ tone: 'overdue', key: 'left.over_hours', n: 20, m: 0 });
  });

  it('turns soon at its limit and not a millisecond before', () => {
    expect(timeLeft(at(kSoon), now).tone).toBe('soon');
    expect(timeLeft(at(kSoon + 1), now).tone).toBe('calm');
  });

  it('is not overdue at the very instant it is due', () => {
    expect(timeLeft(at(0), now).tone).toBe('soon');
    expect(timeLeft(at(-1), now).tone).toBe('overdue');
  });

  it('says nothing of a stopped clock and "paused" of a paused one', () => {
    expect(timeLeft(at(-hours), now, 'stopped').tone).toBe('none');
    expect(timeLeft(at(-hours), now, 'paused').tone).toBe('paused');
    expect(timeLeft(null, now).tone).toBe('none');
  });
});

describe('Minutes since the call', () => {
  it('never goes below zero', () => {
    expect(minutesSince(at(90_000), now)).toBe(0);
    expect(minutesSince(at(-61_000), now)).toBe(1);
  });
});

describe('The server clock', () => {
  it('follows a server that lives in another year', () => {
    const clock = new ServerClock();
    clock.learn('Tue, 14 Feb 2023 01:00:00 GMT', Date.parse('2026-11-23T05:00:00Z'));
    expect(clock.now(Date.parse('2026-11-23T05:00:10Z'))).toBe(now + 10_000);
  });

  it('does not flicker with the whole seconds of the header, nor break on nonsense', () => {
    const clock = new ServerClock();
    clock.learn('Tue, 14 Feb 2023 01:00:00 GMT', now + 900);
    clock.learn('soon', now);
    expect(clock.now(now)).toBe(now);
  });
});

describe('A ticking clock', () => {
  it('shows minutes and seconds within the hour, on either side of its end', () => {
    const due = '2023-02-14T01:00:00.000Z';
    expect(ticking(due, Date.parse(due) - 725_000)).toBe('12:05');
    expect(ticking(due, Date.parse(due) + 59_000)).toBe('00:59');
  });

  it('stands still beyond an hour and without an end', () => {
    const due = '2023-02-14T01:00:00.000Z';
    expect(ticking(due, Date.parse(due) - 3_600_000)).toBeNull();
    expect(ticking(null, 0)).toBeNull();
  });
});
