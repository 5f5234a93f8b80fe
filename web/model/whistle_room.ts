// What the whistle room (吹哨会商室) shows of a whistle: who must report in, the joint plan with its sums, and what
// was refused and ruled. Reads the record types "call", "item" and "call_back" of the whistle procedure.
import type { Action, Clock, Deed, Matter, RecordRow, TimelineEntry } from './api/types';
import { minutesSince } from './time_left';

export type CallState = 'reported_in' | 'waiting' | 'refused' | 'designated' | 'released';

export interface CalledUnit {
  number: number;
  unit: string;
  unitCode: string;
  asked: string;
  state: CallState;
  stepLabel: string;
  since: number; // minutes since the call; stops counting once the unit is in or released
  clocks: Clock[]; // those still running or resting, the next to end first
  lastDeed: Deed | null;
}

export interface PlanLine {
  number: number;
  unit: string;
  gives: string; // labour, materials, money, …
  givesLabel: string;
  what: string;
  quantity: string;
  by: string | null;
  step: string;
  stepLabel: string;
  final: boolean;
  clock: Clock | null;
  signed: Deed | null; // by which its unit agreed to it
}

export interface PlanSum {
  gives: string;
  label: string;
  lines: number;
  quantities: string[]; // "30 m" where units of measure agree, otherwise one by one
}

export function textOf(row: RecordRow, name: string): string {
  return row.fields.find((field) => field.name === name)?.text ?? '';
}

function codeOf(row: RecordRow, name: string): string {
  const value = row.fields.find((field) => field.name === name)?.value;
  return typeof value === 'string' ? value : '';
}

export function rowsOf(matter: Matter, type: string): RecordRow[] {
  return matter.records.find((group) => group.type === type)?.rows ?? [];
}

// Running clocks by their end, then the paused ones; stopped ones are history.
export function openClocks(clocks: readonly Clock[]): Clock[] {
  const ends = (clock: Clock) =>
    clock.state === 'paused' || clock.due === null ? Number.POSITIVE_INFINITY : Date.parse(clock.due);
  return clocks.filter((clock) => clock.state !== 'stopped').sort((a, b) => (ends(a) < ends(b) ? -1 : 1));
}

export function nextClock(clocks: readonly Clock[]): Clock | null {
  return openClocks(clocks)[0] ?? null;
}

function callState(step: string): CallState {
  const known: readonly string[] = ['reported_in', 'refused', 'designated', 'released'];
  return known.includes(step) ? (step as CallState) : 'waiting';
}

function calledUnit(row: RecordRow, now: number): CalledUnit {
  const state = callState(row.step);
  const lastDeed = row.deeds[row.deeds.length - 1] ?? null;
  const over = (state === 'reported_in' || state === 'released') && lastDeed !== null;
  return {
    number: row.number,
    unit: textOf(row, 'unit'),
    unitCode: codeOf(row, 'unit'),
    asked: textOf(row, 'asked'),
    state,
    stepLabel: row.step_label,
    since: minutesSince(row.added, over ? Date.parse(lastDeed.at) : now),
    clocks: openClocks(row.clocks),
    lastDeed,
  };
}

// Those still to come first; they are why the room exists.
export function calledUnits(matter: Matter, now: number): CalledUnit[] {
  const rank: Record<CallState, number> = { designated: 0, refused: 1, waiting: 2, reported_in: 3, released: 4 };
  const units = rowsOf(matter, 'call').map((row) => calledUnit(row, now));
  return units.sort((a, b) => rank[a.state] - rank[b.state] || a.number - b.number);
}

// The plan of the present round; lines of an earlier round stay in the records below.
export function planLines(matter: Matter): PlanLine[] {
  return rowsOf(matter, 'item').filter((row) => row.round === matter.round).map((row) => ({
    number: row.number,
    unit: textOf(row, 'unit'),
    gives: codeOf(row, 'gives'),
    givesLabel: textOf(row, 'gives'),
    what: textOf(row, 'what'),
    quantity: textOf(row, 'quantity'),
    by: codeOf(row, 'by') || null,
    step: row.step,
    stepLabel: row.step_label,
    final: row.final,
    clock: nextClock(row.clocks),
    signed: row.deeds.find((deed) => deed.action === 'agree_item') ?? null,
  }));
}

// Whose signature the plan still waits for.
export function unsigned(lines: readonly PlanLine[]): PlanLine[] {
  return lines.filter((line) => line.step === 'proposed');
}

// Adds "20 米" and "10 米" to "30 米"; what cannot be added is kept as it was written.
export function addQuantities(quantities: readonly string[]): string[] {
  const sums = new Map<string, number>();
  const rest: string[] = [];
  for (const quantity of quantities.map((one) => one.trim()).filter((one) => one !== '')) {
    const read = /^(\d+(?:\.\d+)?)\s*(\D.*)?$/.exec(quantity);
    if (read === null) rest.push(quantity);
    else sums.set(read[2] ?? '', (sums.get(read[2] ?? '') ?? 0) + Number(read[1]));
  }
  const added = [...sums].map(([unit, sum]) => `${Number(sum.toFixed(3))}${unit === '' ? '' : ` ${unit}`}`);
  return [...added, ...rest];
}

export function planSums(lines: readonly PlanLine[]): PlanSum[] {
  const standing = lines.filter((line) => line.step !== 'struck');
  const kinds = [...new Set(standing.map((line) => line.gives))];
  return kinds.map((gives) => {
    const of = standing.filter((line) => line.gives === gives);
    return { gives, label: of[0]!.givesLabel, lines: of.length, quantities: addQuantities(of.map((line) => line.quantity)) };
  });
}

// A refusal of a called unit, or the ruling on one, in the words of whoever gave it.
export interface Dispute {
  key: string;
  unit: string; // the called unit it is about
  by: string;
  label: string;
  at: string;
  texts: { label: string; text: string }[];
}

// Oldest first. One act is several ledger entries of one instant; their texts belong together.
export function disputes(timeline: readonly TimelineEntry[], matter: Matter): Dispute[] {
  const found = rowsOf(matter, 'call').flatMap((row) =>
    row.deeds.filter((deed) => deed.action === 'refuse' || deed.action === 'rule').map((deed): Dispute => ({
      key: `${row.number} ${deed.action} ${deed.at}`,
      unit: textOf(row, 'unit'),
      by: deed.unit?.name ?? '',
      label: deed.action_label,
      at: deed.at,
      texts: timeline.filter((entry) => entry.record === 'call' && entry.record_number === row.number && entry.at === deed.at)
        .flatMap((entry) => entry.texts),
    })));
  return found.sort((a, b) => (a.at < b.at ? -1 : 1));
}

// What the caller may do now on one record, or (without a number) on the matter as a whole.
export function actionsOn(matter: Matter, type: string | null, number?: number): Action[] {
  return matter.actions.filter((action) => {
    if (action.on !== type) return false;
    return type === null || number === undefined || action.targets.some((target) => target.number === number);
  });
}
