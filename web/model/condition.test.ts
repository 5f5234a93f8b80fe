import { describe, expect, it } from 'vitest';
import type { ViewColumn } from './api/types';
import { dayOf, kWhereMax, mayStandInAddress, partsOf, refusalOf, signsOf, whereOf, withoutPart, withTest, type Test } from './condition';

const column = (name: string, type: ViewColumn['type']): ViewColumn => ({ name, label: name, type, options: [] });
const kColumns = [column('step', 'step'), column('owner', 'party'), column('due', 'instant'), column('returned', 'number'), column('overdue', 'yes_no'), column('call.unit', 'party')];
const codes = (...all: string[]) => ({ is: 'codes' as const, codes: all });

describe('A condition read into parts', () => {
  it('is one test for each thing that is asked', () => {
    expect(partsOf("step == 'accepted' and due < start_of_next_week and returned >= 2")).toEqual([
      { test: { column: 'step', sign: '==', value: codes('accepted') } },
      { test: { column: 'due', sign: '<', value: { is: 'moment', moment: 'start_of_next_week' } } },
      { test: { column: 'returned', sign: '>=', value: { is: 'number', number: 2 } } },
    ]);
  });

  it('knows yes and no, known and not, lists, days and names with dots', () => {
    expect(partsOf("overdue and not overdue and overdue == false and known(due) and not known(call.unit)").map((part) => ('test' in part ? part.test : part.text))).toEqual([
      { column: 'overdue', sign: '==', value: { is: 'truth', truth: true } }, { column: 'overdue', sign: '==', value: { is: 'truth', truth: false } },
      { column: 'overdue', sign: '==', value: { is: 'truth', truth: false } },
      { column: 'due', sign: 'known', value: null }, { column: 'call.unit', sign: 'not known', value: null },
    ]);
    expect(partsOf("step in ['a', 'b'] and step not in ['c'] and due >= date('2026-11-23') and due < days_ahead(7)").map((part) => ('test' in part ? part.test.value : part.text))).toEqual([
      codes('a', 'b'), codes('c'), { is: 'day', day: '2026-11-23' }, { is: 'days_ahead', days: 7 },
    ]);
  });

  it('sees through the brackets that opening a number puts around what was asked before', () => {
    expect(partsOf("((step == 'accepted') and owner == 'gas') and known(due)")).toHaveLength(3);
    expect(whereOf(partsOf("((step == 'accepted') and owner == 'gas') and known(due)"))).toBe("step == 'accepted' and owner == 'gas' and known(due)");
  });

  it('keeps as text what no form can show, and says the same when it is written again', () => {
    const where = "(opened >= date('2026-01-01') and opened < date('2026-02-01') or closed < today) and overdue == true";
    expect(partsOf(where)[0]).toEqual({ text: "opened >= date('2026-01-01') and opened < date('2026-02-01') or closed < today" });
    expect(whereOf(partsOf(where))).toBe(where);
    for (const odd of ["not (step == 'a' and overdue)", "due < now + days_ahead(1)", "count(c in calls: c.late) > 2", 'step ==', 'overdue and', "step == 'a", 'a) and (b']) {
      expect(whereOf(partsOf(odd)), odd).toBe(odd);
    }
  });

  it('never reads an `or` beside an `and` as two things that both hold', () => {
    expect(partsOf("overdue or contested and step == 'a'")).toEqual([{ text: "overdue or contested and step == 'a'" }]);
    expect(withTest('overdue or contested', { column: 'step', sign: '==', value: codes('a') })).toBe("(overdue or contested) and step == 'a'");
  });

  it('is nothing when nothing is asked', () => {
    expect(partsOf('  ')).toEqual([]);
    expect(whereOf([])).toBe('');
  });

  it('loses the part that is removed, and says nothing twice', () => {
    expect(withoutPart("step == 'a' and overdue == true and returned > 1", 1)).toBe("step == 'a' and returned > 1");
    expect(withTest('overdue == true', { column: 'overdue', sign: '==', value: { is: 'truth', truth: true } })).toBe('overdue == true');
  });
});

describe('A condition written by hand', () => {
  it('comes into the address only when it holds no name', () => {
    for (const fine of ["owner == 'gas-1' and due < today", '', "step == 'a", 'not ( readable']) expect(mayStandInAddress(fine), fine).toBe(true);
    for (const named of ["owner == '张某某'", '张某某', "owner == 'Zhang San'", "owner == 'Zhang San", "owner == ''"]) expect(mayStandInAddress(named), named).toBe(false);
  });
});

describe('A test that a form makes', () => {
  const refused = (test: Test, where = '') => refusalOf(test, kColumns, where);

  it('is offered the comparisons of its column', () => {
    expect(signsOf(kColumns[4]!)).toEqual(['==']);
    expect(signsOf(kColumns[2]!)).not.toContain('==');
  });

  it('is read back as what it was', () => {
    const tests: Test[] = [
      { column: 'step', sign: 'in', value: codes('a', 'b') }, { column: 'owner', sign: '!=', value: codes('gas-1') }, { column: 'due', sign: '<', value: { is: 'day', day: '2026-02-28' } },
      { column: 'due', sign: '>=', value: { is: 'days_ago', days: 7 } }, { column: 'due', sign: '<', value: { is: 'moment', moment: 'now' } }, { column: 'returned', sign: '>', value: { is: 'number', number: 3 } },
      { column: 'overdue', sign: '==', value: { is: 'truth', truth: false } }, { column: 'call.unit', sign: 'not known', value: null },
    ];
    for (const test of tests) {
      expect(refused(test)).toBeNull();
      expect(partsOf(withTest('', test))).toEqual([{ test }]);
    }
  });

  it('is refused when it names no column or holds no value', () => {
    expect(refused({ column: 'person', sign: '==', value: codes('x') })).toBe('no_column');
    expect(refused({ column: 'step', sign: 'in', value: codes() })).toBe('no_value');
    expect(refused({ column: 'step', sign: '==', value: null })).toBe('no_value');
  });

  it('is refused when a name or a quote stands where a code belongs', () => {
    for (const code of ['张某某', 'a b', "a' or 'b", '']) expect(refused({ column: 'owner', sign: '==', value: codes(code) }), code).toBe('no_code');
  });

  it('is refused for days and numbers that are none', () => {
    expect(refused({ column: 'due', sign: '<', value: { is: 'day', day: '2026-02-30' } })).toBe('no_day');
    expect(refused({ column: 'returned', sign: '>', value: { is: 'number', number: -1 } })).toBe('no_number');
    expect(refused({ column: 'returned', sign: '>', value: { is: 'number', number: 1.5 } })).toBe('no_number');
    expect(refused({ column: 'returned', sign: '>', value: { is: 'number', number: Number.NaN } })).toBe('no_number');
    expect(refused({ column: 'due', sign: '>', value: { is: 'days_ago', days: 40_000 } })).toBe('too_far');
  });

  it('is refused when the whole would be longer than the server takes', () => {
    const long = `step == '${'a'.repeat(kWhereMax - 20)}'`;
    expect(refused({ column: 'returned', sign: '>', value: { is: 'number', number: 1 } }, long)).toBe('too_long');
  });

  it('takes a day in the forms people write it', () => {
    expect([dayOf('2026-11-03'), dayOf('2026/11/3'), dayOf('2026年11月3日'), dayOf('20261103'), dayOf('tomorrow')]).toEqual(['2026-11-03', '2026-11-03', '2026-11-03', '2026-11-03', null]);
  });
});
