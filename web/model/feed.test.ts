import { describe, expect, it } from 'vitest';
import { Feed, type StreamHandlers } from './feed';

function world() {
  const opened: { after: number | null; handlers: StreamHandlers; closed: boolean }[] = [];
  const waits: { ms: number; then: () => void; cancelled: boolean }[] = [];
  const told: number[] = [];
  const gaps: string[] = [];
  const feed = new Feed(
    {
      open: (after, handlers) => {
        const stream = { after, handlers, closed: false };
        opened.push(stream);
        return { close: () => (stream.closed = true) };
      },
      wait: (ms, then) => {
        const wait = { ms, then, cancelled: false };
        waits.push(wait);
        return () => (wait.cancelled = true);
      },
    },
    (item) => told.push(item.position),
    () => undefined,
    () => gaps.push('load again'),
  );
  return { feed, opened, waits, told, gaps };
}
const item = (position: number) => JSON.stringify({ position, id: '1', number: 'HX-2023-000001', revision: 1, kind: 'acted' });

describe('The feed', () => {
  it('tells each change once, in order, though a stream repeats itself', () => {
    const { feed, opened, told } = world();
    feed.start();
    for (const position of [4, 5, 5, 4, 6]) opened[0]!.handlers.item(item(position));
    expect(told).toEqual([4, 5, 6]);
  });

  it('begins again from the last position after a break, waiting longer each time', () => {
    const { feed, opened, waits } = world();
    feed.start();
    opened[0]!.handlers.item(item(41));
    opened[0]!.handlers.ended();
    waits[0]!.then();
    opened[1]!.handlers.ended();
    expect(opened.map((stream) => stream.after)).toEqual([null, 41]);
    expect(waits.map((wait) => wait.ms)).toEqual([1_000, 2_000]);
  });

  it('is patient but not endlessly: waits at most half a minute, and forgets old failures once live', () => {
    const { feed, opened, waits } = world();
    feed.start();
    for (let i = 0; i < 9; i += 1) {
      opened[i]!.handlers.ended();
      waits[i]!.then();
    }
    expect(waits[8]!.ms).toBe(30_000);
    opened[9]!.handlers.opened();
    opened[9]!.handlers.ended();
    expect(waits[9]!.ms).toBe(1_000);
  });

  it('opens no second stream when a break is reported twice', () => {
    const { feed, opened, waits } = world();
    feed.start();
    opened[0]!.handlers.ended();
    opened[0]!.handlers.ended();
    expect(waits).toHaveLength(1);
  });

  it('stays silent once stopped', () => {
    const { feed, opened, waits } = world();
    feed.start();
    opened[0]!.handlers.ended();
    feed.stop();
    expect(waits[0]!.cancelled).toBe(true);
    opened[0]!.handlers.ended();
    expect(feed.state).toBe('stopped');
    expect(opened[0]!.closed).toBe(true);
  });

  it('goes on where another left off', () => {
    const { feed, opened, told, gaps } = world();
    feed.start(41);
    opened[0]!.handlers.opened();
    for (const position of [41, 42]) opened[0]!.handlers.item(item(position));
    expect(opened[0]!.after).toBe(41);
    expect(told).toEqual([42]);
    expect(gaps).toEqual([]);
  });

  it('says once that it does not know what came before, and again when it begins anew knowing nothing', () => {
    const { feed, opened, waits, gaps } = world();
    feed.start();
    expect(gaps).toHaveLength(0);
    opened[0]!.handlers.opened();
    opened[0]!.handlers.opened(); // the browser came back by itself, with the last id
    expect(gaps).toHaveLength(1);
    opened[0]!.handlers.ended();
    waits[0]!.then();
    opened[1]!.handlers.opened();
    expect(gaps).toHaveLength(2);
    opened[1]!.handlers.item(item(7));
    opened[1]!.handlers.ended();
    waits[1]!.then();
    opened[2]!.handlers.opened();
    expect(gaps).toHaveLength(2);
  });

  it('begins anew when the server was restored from a backup: loads again, and hears positions it had heard before', () => {
    const { feed, opened, waits, told, gaps } = world();
    feed.start(41);
    opened[0]!.handlers.opened();
    opened[0]!.handlers.reset();
    expect(gaps).toHaveLength(1);
    opened[0]!.handlers.item(item(31));
    expect(told).toEqual([31]);
    opened[0]!.handlers.ended();
    waits[0]!.then();
    expect(opened[1]!.after).toBe(31);
  });

  it('skips half a line', () => {
    const { feed, opened, told } = world();
    feed.start();
    opened[0]!.handlers.item('{"posi');
    opened[0]!.handlers.item(item(1));
    expect(told).toEqual([1]);
  });
});
