import { describe, expect, it } from 'vitest';
import { ServerFault } from './api/fault';
import type { Receipt } from './api/types';
import type { FormField, FormPart } from './action_form';
import { flush, forget, hasRoom, kKeptMax, kLiesWithin, kSentWithin, sweep, whyNotKept, type Kept, type Sender, type Shelf } from './outbox';

function shelfOf(...list: Kept[]): Shelf & { list: Kept[] } {
  return {
    list,
    all() { return Promise.resolve([...this.list]); },
    put(one) {
      const at = this.list.findIndex((other) => other.key === one.key);
      if (at < 0) this.list.push(one); else this.list[at] = one;
      return Promise.resolve();
    },
    drop(key) { this.list.splice(this.list.findIndex((one) => one.key === key), 1); return Promise.resolve(); },
  };
}
const visit = (key: string, more: Partial<Kept> = {}): Kept =>
  ({ key, person: 'grid-1', at: 0, title: 'Visit', about: '', deed: { matter: 'HX-1', action: 'visit', body: { revision: 7, input: { what: key } } }, refused: null, said: [], named: {}, ...more });
const receipt = (number: string) => ({ number, revision: 9 }) as unknown as Receipt;
const refusal = (status: number, code: string) => new ServerFault({ status, code, field: 'visit.consent', message: 'no', hint: 'ask' });

// A server that knows the keys it has seen, as ours does.
class Server implements Sender {
  done: string[] = [];
  answers: (Error | null)[] = [];
  bodies: unknown[] = [];
  revisions: Record<string, number> = {};
  open(kind: string, _: unknown, key: string) { return this.take(kind, key); }
  act(id: string, _: string, body: unknown, key: string) { this.bodies.push(body); return this.take(id, key); }
  revision(id: string) { return Promise.resolve(this.revisions[id] ?? 0); }
  private take(number: string, key: string): Promise<Receipt> {
    const answer = this.answers.shift() ?? null;
    if (answer instanceof ServerFault) return Promise.reject(answer);
    if (!this.done.includes(key)) this.done.push(key);
    return answer === null ? Promise.resolve(receipt(number)) : Promise.reject(answer); // the answer was lost on the way
  }
}

describe('What was done without a network', () => {
  it('is sent in the order in which it was done, and then lies here no longer', async () => {
    const shelf = shelfOf(visit('a'), visit('b', { deed: { open: 'report', input: {} } }), visit('c'));
    const server = new Server();
    const { sent } = await flush(shelf, server, 'grid-1', 0);
    expect(server.done).toEqual(['a', 'b', 'c']);
    expect(sent.map((one) => one.number)).toEqual(['HX-1', 'report', 'HX-1']);
    expect(shelf.list).toEqual([]);
  });

  it('is done once, though its answer was lost and it is sent again', async () => {
    const shelf = shelfOf(visit('a'), visit('b'));
    const server = new Server();
    server.answers = [new TypeError('network')];
    expect((await flush(shelf, server, 'grid-1', 0)).stopped?.status).toBe(0);
    expect(shelf.list).toHaveLength(2);
    await flush(shelf, server, 'grid-1', 0);
    expect(server.done).toEqual(['a', 'b']);
    expect(shelf.list).toEqual([]);
  });

  it('stays with its reason when it is refused, and holds up nothing', async () => {
    const shelf = shelfOf(visit('a'), visit('b'));
    const server = new Server();
    server.answers = [refusal(422, 'missing_field')];
    expect((await flush(shelf, server, 'grid-1', 0)).refused).toBe(1);
    expect(shelf.list.map((one) => [one.key, one.refused?.field])).toEqual([['a', 'visit.consent']]);
    await flush(shelf, server, 'grid-1', 0);
    expect(server.done).toEqual(['b']);
  });

  it('waits when the session has ended or the server is busy', async () => {
    for (const status of [401, 429, 503]) {
      const shelf = shelfOf(visit('a'));
      const server = new Server();
      server.answers = [refusal(status, 'wait')];
      expect((await flush(shelf, server, 'grid-1', 0)).stopped?.status).toBe(status);
      expect(shelf.list[0]!.refused).toBeNull();
    }
  });

  it('is sent by its author only', async () => {
    const shelf = shelfOf(visit('a', { person: 'grid-2' }));
    const server = new Server();
    await flush(shelf, server, 'grid-1', 0);
    expect(server.done).toEqual([]);
    expect(shelf.list).toHaveLength(1);
  });

  it('says on what it rested, so that a form filled on an old page is judged as one', async () => {
    const server = new Server();
    await flush(shelfOf(visit('a')), server, 'grid-1', 0);
    expect(server.bodies).toEqual([{ revision: 7, input: { what: 'a' } }]);
  });

  it('comes back to its author when the matter has changed since, with the reason', async () => {
    const shelf = shelfOf(visit('a'));
    const server = new Server();
    server.answers = [refusal(409, 'out_of_date')];
    expect((await flush(shelf, server, 'grid-1', 0)).refused).toBe(1);
    expect(shelf.list[0]!.refused?.code).toBe('out_of_date');
    expect(shelf.list[0]!.deed).toEqual(visit('a').deed);
  });

  it('is not out of date because of what its author did before it', async () => {
    const server = new Server();
    server.revisions = { 'HX-1': 7 };
    await flush(shelfOf(visit('a'), visit('b')), server, 'grid-1', 0);
    expect(server.bodies).toEqual([{ revision: 7, input: { what: 'a' } }, { revision: 9, input: { what: 'b' } }]);
  });

  it('is out of date when somebody else was there before, whatever its author did in between', async () => {
    const server = new Server();
    server.revisions = { 'HX-1': 8 };
    await flush(shelfOf(visit('a'), visit('b')), server, 'grid-1', 0);
    expect(server.bodies).toEqual([{ revision: 7, input: { what: 'a' } }, { revision: 7, input: { what: 'b' } }]);
  });
});

describe('What has waited long', () => {
  const kMinute = 60_000;
  it('is not sent by itself, for the server may have forgotten its key', async () => {
    const shelf = shelfOf(visit('a'), visit('b', { at: kMinute }));
    const server = new Server();
    const done = await flush(shelf, server, 'grid-1', kSentWithin + 1);
    expect(server.done).toEqual(['b']);
    expect(done.refused).toBe(1);
    expect(shelf.list.map((one) => [one.key, one.refused?.code])).toEqual([['a', 'too_old']]);
  });

  it('is not sent by itself either when its time lies ahead of the clock', async () => {
    const server = new Server();
    await flush(shelfOf(visit('a', { at: kSentWithin })), server, 'grid-1', 0);
    expect(server.done).toEqual([]);
  });

  it('goes from the device in the end, whoever it was', async () => {
    const shelf = shelfOf(visit('a'), visit('b', { at: kMinute, person: 'grid-2' }));
    await sweep(shelf, kLiesWithin + 1);
    expect(shelf.list.map((one) => one.key)).toEqual(['b']);
  });
});

describe('A device with several users', () => {
  it('has room for each of them', () => {
    const full = Array.from({ length: kKeptMax }, (_, i) => visit(String(i)));
    expect(hasRoom(full, 'grid-1')).toBe(false);
    expect(hasRoom(full, 'grid-2')).toBe(true);
  });

  it('forgets what was one person\'s and no more', async () => {
    const shelf = shelfOf(visit('a'), visit('b', { person: 'grid-2' }), visit('c'));
    await forget(shelf, 'grid-1');
    expect(shelf.list.map((one) => one.key)).toEqual(['b']);
  });
});

describe('A form that cannot reach the server', () => {
  const proof: FormPart = { kind: 'field', field: { name: 'proof', kind: 'evidence' } as FormField };
  it('may wait on the device', () => expect(whyNotKept(false, [proof], { proof: [] })).toBe(''));
  it('may not while it holds a file, which the server keeps for a day only', () => expect(whyNotKept(false, [proof], { proof: ['photo'] })).toBe('files'));
  it('may not when it cannot be undone', () => expect(whyNotKept(true, [proof], { proof: [] })).toBe('danger'));
});
