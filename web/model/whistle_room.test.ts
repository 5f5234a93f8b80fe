import { describe, expect, it } from 'vitest';
import type { Clock, Matter, RecordRow, TimelineEntry } from './api/types';
import { actionsOn, addQuantities, calledUnits, disputes, nextClock, planLines, planSums } from './whistle_room';

const now = Date.parse('2023-02-14T02:10:00.000Z'); // 70 minutes after the call
const called = '2023-02-14T01:00:00.000Z';

function clock(due: string, state: Clock['state'] = 'running'): Clock {
  return {
    number: 1, name: 'sign', label: 'Sign', kind: 'duty', record: 'call', record_number: 1, state, due, overdue: false,
    provisional: false, source: '', started: called, level: 0, pausable: false,
  };
}

function row(number: number, step: string, fields: Record<string, string>, more: Partial<RecordRow> = {}): RecordRow {
  const shown = Object.entries(fields).map(([name, text]) => ({ name, label: name, type: 'text', value: text, text }));
  return { number, step, step_label: step, round: 1, final: false, fields: shown, deeds: [], clocks: [], added: called, ...more };
}

function whistle(calls: RecordRow[], items: RecordRow[], more: Partial<Matter> = {}): Matter {
  const records = [{ type: 'call', label: 'Calls', rows: calls }, { type: 'item', label: 'Plan', rows: items }];
  return { round: 1, records, actions: [], ...more } as unknown as Matter;
}

const deed = (action: string, at: string) => ({ action, action_label: action, unit: null, at });

describe('Who must report in', () => {
  it('shows those still to come first, with minutes since the call', () => {
    const room = whistle([
      row(1, 'reported_in', { unit: 'Property' }, { deeds: [deed('report_in', '2023-02-14T01:20:00.000Z')] }),
      row(2, 'refused', { unit: 'Water' }, { deeds: [deed('refuse', '2023-02-14T01:40:00.000Z')] }),
      row(3, 'called', { unit: 'Gas' }),
    ], []);
    expect(calledUnits(room, now).map(({ unit, state, since }) => [unit, state, since])).toEqual([
      ['Water', 'refused', 70],
      ['Gas', 'waiting', 70],
      ['Property', 'reported_in', 20],
    ]);
  });

  it('puts the clock that ends first beside the unit, a paused one only if nothing runs', () => {
    const late = clock('2023-02-14T09:00:00.000Z');
    const early = clock('2023-02-14T02:30:00.000Z');
    expect(nextClock([late, early, clock('2023-02-14T01:00:00.000Z', 'stopped')])).toBe(early);
    expect(nextClock([clock('2023-02-14T01:00:00.000Z', 'paused')])?.state).toBe('paused');
    expect(nextClock([])).toBeNull();
  });
});

describe('The joint plan', () => {
  const room = whistle([], [
    row(1, 'agreed', { unit: 'Property', gives: 'materials', what: 'PPR pipe', quantity: '20 米' }),
    row(2, 'proposed', { unit: 'Property', gives: 'materials', what: 'spare pipe', quantity: '10米' }),
    row(3, 'agreed', { unit: 'Water', gives: 'labour', what: 'replace', quantity: '4 人' }),
    row(4, 'struck', { unit: 'Gas', gives: 'labour', what: 'dig', quantity: '9 人' }),
    row(5, 'agreed', { unit: 'Old', gives: 'money', what: 'earlier round', quantity: '1' }, { round: 0 }),
  ]);

  it('holds the lines of this round only', () => {
    expect(planLines(room).map((line) => line.number)).toEqual([1, 2, 3, 4]);
  });

  it('sums by kind and leaves out what was struck', () => {
    expect(planSums(planLines(room)).map(({ gives, lines, quantities }) => [gives, lines, quantities])).toEqual([
      ['materials', 2, ['30 米']],
      ['labour', 1, ['4 人']],
    ]);
  });

  it('never adds what cannot be added', () => {
    expect(addQuantities(['2 车', '约一车', '3', '0.1', '0.2', ''])).toEqual(['2 车', '3.3', '约一车']);
  });
});

describe('Disputes', () => {
  const at = '2023-02-14T01:40:00.000Z';
  const entry = (record_number: number, when: string, text: string) =>
    ({ record: 'call', record_number, at: when, texts: text === '' ? [] : [{ label: 'Reason', text }] }) as unknown as TimelineEntry;

  it('gather the words of a refusal and leave out what others said', () => {
    const room = whistle([
      row(1, 'reported_in', { unit: 'Property' }, { deeds: [deed('report_in', at)] }),
      row(2, 'refused', { unit: 'Water' }, { deeds: [deed('refuse', at)] }),
    ], []);
    const story = [entry(2, called, 'asked to repair'), entry(2, at, ''), entry(2, at, 'not our pipe'), entry(1, at, 'we are here')];
    expect(disputes(story, room)).toMatchObject([{ unit: 'Water', label: 'refuse', texts: [{ text: 'not our pipe' }] }]);
  });
});

describe('Buttons of a record', () => {
  it('are those the server offers for that very record', () => {
    const sign = { name: 'agree_item', on: 'item', targets: [{ number: 2, label: 'line 2' }] };
    const start = { name: 'start_work', on: null, targets: [] };
    const room = whistle([], [], { actions: [sign, start] as unknown as Matter['actions'] });
    expect(actionsOn(room, 'item', 2)).toEqual([sign]);
    expect(actionsOn(room, 'item', 1)).toEqual([]);
    expect(actionsOn(room, null)).toEqual([start]);
  });
});
