import { describe, expect, it } from 'vitest';
import type { Clock, Matter, RecordRow } from './api/types';
import { courseOf, ticksOf } from './course';

const at = (time: string) => `2023-02-14T${time}:00.000Z`;
const ms = (time: string) => Date.parse(at(time));
const clock = (label: string, due: string, more: Partial<Clock> = {}) => ({ number: 1, name: label, label, due: at(due), state: 'running', overdue: false, ...more }) as Clock;
const call = (number: number, unit: string, step: string, deeds: [string, string][], clocks: Clock[]): RecordRow => ({
  number, step, step_label: step, round: 1, final: false, added: at('01:00'), clocks,
  fields: [{ name: 'unit', label: '', type: 'party', value: unit, text: unit }],
  deeds: deeds.map(([action, time]) => ({ action, action_label: action, unit: null, at: at(time) })),
});
const whistle = (rows: RecordRow[]) => ({ round: 1, records: [{ type: 'call', label: '', rows }] }) as unknown as Matter;
const room = whistle([
  call(1, 'property', 'reported_in', [['report_in', '01:10']], [clock('sign', '01:15', { state: 'stopped' }), clock('report', '02:00', { state: 'stopped' })]),
  call(2, 'water', 'called', [], [clock('sign', '01:15'), clock('report', '02:00')]),
]);

describe('The course of a whistle', () => {
  it('is nothing before anybody is called', () => {
    expect(courseOf(whistle([]), 'call', ms('01:00'))).toBeNull();
  });

  it('ends the lane of a unit where it came, and runs the other to now', () => {
    const course = courseOf(room, 'call', ms('01:30'))!;
    const [property, water] = course.lanes;
    expect(property!.to).toBeCloseTo(property!.marks[0]!.x);
    expect(water!.to).toBeCloseTo(course.now);
    expect(property!.to).toBeLessThan(water!.to);
  });

  it('tells a clock that was kept from one that was missed', () => {
    const [property, water] = courseOf(room, 'call', ms('01:30'))!.lanes;
    expect(property!.dues.map((due) => [due.label, due.kept, due.late])).toEqual([['sign', true, false], ['report', true, false]]);
    expect(water!.dues.map((due) => [due.label, due.kept, due.late])).toEqual([['sign', false, true], ['report', false, false]]);
  });

  it('does not squeeze the first hour when somebody is late by days', () => {
    const course = courseOf(room, 'call', ms('01:30') + 5 * 86_400_000)!;
    expect([course.nowBeyond, course.waiting]).toEqual([true, true]);
    expect(course.lanes[1]!.dues[1]!.x).toBeGreaterThan(0.5);
  });

  it('waits for nobody once all have come', () => {
    const come = whistle([call(1, 'property', 'reported_in', [['report_in', '01:10']], [clock('sign', '01:15', { state: 'stopped' })])]);
    expect(courseOf(come, 'call', ms('09:00'))).toMatchObject({ nowBeyond: true, waiting: false });
  });

  it('keeps every position inside the picture, whenever one looks', () => {
    for (const minutes of [-500, 0, 1, 59, 600, 60_000]) {
      const course = courseOf(room, 'call', ms('01:00') + minutes * 60_000)!;
      const xs = course.lanes.flatMap((lane) => [lane.from, lane.to, ...lane.dues.map((due) => due.x), ...lane.marks.map((mark) => mark.x)]);
      for (const x of [...xs, course.now]) expect(x >= 0 && x <= 1).toBe(true);
    }
  });
});

describe('The axis', () => {
  it('stands at whole steps and is never crowded', () => {
    for (const hours of [0.2, 1, 7, 30, 400]) {
      const ticks = ticksOf(ms('01:03'), ms('01:03') + hours * 3_600_000, 6);
      expect(ticks.length).toBeLessThanOrEqual(7);
      for (const tick of ticks) expect(tick % 300_000).toBe(0);
    }
  });
});
