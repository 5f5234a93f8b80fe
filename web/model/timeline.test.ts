import { describe, expect, it } from 'vitest';
import type { TimelineEntry } from './api/types';
import { deedsOf, filterTimeline, foldIdle, idleEntries, kTimelineKinds } from './timeline';

const entry = (revision: number, more: Partial<TimelineEntry>): TimelineEntry => ({
  revision, at: '2023-02-14T01:00:00.000Z', by: { as: 'staff', unit_name: null, person_name: null }, kind: 'acted', sentence: '',
  record: null, record_number: null, texts: [], evidence: [], hash: '', verified: true, ...more,
});
const story = [
  entry(1, {}),
  entry(2, { by: { as: 'clock', unit_name: null, person_name: null }, kind: 'clock_ended' }),
  entry(3, { texts: [{ label: 'Reason', text: 'not our pipe' }] }),
  entry(4, { by: { as: 'resident', unit_name: null, person_name: null }, evidence: [{ name: 'a', url: '/a', proof: false, round: 1 }] }),
];

describe('The timeline', () => {
  it('shows all unless asked for less', () => {
    expect(filterTimeline(story, 'all').map((one) => one.revision)).toEqual([1, 2, 3, 4]);
  });

  it('tells the main points without the machinery', () => {
    expect(filterTimeline(story, 'main').map((one) => one.revision)).toEqual([1, 2, 3, 4]);
    const machinery = [entry(5, { kind: 'field_set' }), entry(6, { kind: 'clock_started' })];
    expect(filterTimeline([...story, ...machinery], 'main')).toHaveLength(4);
  });

  it('finds what the clock did', () => {
    expect(filterTimeline(story, 'clocks').map((one) => one.revision)).toEqual([2]);
  });

  it('finds texts and files', () => {
    expect(filterTimeline(story, 'texts').map((one) => one.revision)).toEqual([3]);
    expect(filterTimeline(story, 'files').map((one) => one.revision)).toEqual([4]);
  });

  it('never changes the story it was given', () => {
    for (const kind of kTimelineKinds) filterTimeline(story, kind).reverse();
    expect(story.map((one) => one.revision)).toEqual([1, 2, 3, 4]);
  });
});

describe('A deed', () => {
  const later = '2023-02-14T01:00:01.000Z';
  const commit = [
    entry(1, { kind: 'field_set' }), entry(2, { kind: 'acted' }), entry(3, { kind: 'moved' }),
    entry(4, { kind: 'acted', at: later }), entry(5, { kind: 'moved', at: later, verified: false }),
  ];

  it('is told once, with what followed from it', () => {
    const deeds = deedsOf(commit);
    expect(deeds.map((deed) => [deed.head.revision, deed.rest.map((one) => one.revision)])).toEqual([[2, [1, 3]], [4, [5]]]);
  });

  it('of the same instant by somebody else stays their own', () => {
    expect(deedsOf([entry(1, {}), entry(2, {})])).toHaveLength(2);
  });

  it('counts as proved only when every entry of it is', () => {
    expect(deedsOf(commit).map((deed) => deed.verified)).toEqual([true, false]);
  });
});

describe('What the clock does by itself', () => {
  const clock = { as: 'clock' as const, unit_name: null, person_name: null };
  const day = (n: number) => `2023-03-0${n}T16:00:00.000Z`;
  const reminders = [
    entry(1, { kind: 'clock_ended', by: clock, at: day(1) }), entry(2, { kind: 'acted', by: clock, at: day(1) }),
    entry(3, { kind: 'acted', by: clock, at: day(2) }), entry(4, { kind: 'acted', by: clock, at: day(3) }),
  ];
  const told = (entries: TimelineEntry[]) => foldIdle(deedsOf(filterTimeline(entries, 'main')), idleEntries(entries)).map((one) => ('deeds' in one ? one.deeds.map((deed) => deed.head.revision) : one.head.revision));

  it('is one line, however often it reminds', () => {
    expect(told(reminders)).toEqual([[2, 3, 4]]);
    expect(told(reminders.slice(2))).toEqual([3, 4]);
  });

  it('ends where somebody does something', () => {
    expect(told([...reminders, entry(5, { at: day(4) }), entry(6, { kind: 'acted', by: clock, at: day(5) })])).toEqual([[2, 3, 4], 5, 6]);
  });

  it('is told by itself where it changes something', () => {
    const light = [entry(5, { kind: 'clock_marked', by: clock, at: day(4) }), entry(6, { kind: 'acted', by: clock, at: day(4) }), entry(7, { kind: 'field_set', by: clock, at: day(4) })];
    expect(told([...reminders, ...light])).toEqual([[2, 3, 4], 6]);
  });
});
