import { describe, expect, it } from 'vitest';
import { Client, queryText, type Answer, type Sent } from './client';
import { ServerFault } from './fault';

function clientAnswering(answer: Partial<Answer>, again: () => Promise<boolean> = () => Promise.resolve(false)) {
  const sent: Sent[] = [];
  let signedOut = 0;
  const client = new Client({
    transport: (request) => {
      sent.push(request);
      return Promise.resolve({ status: 200, json: {}, date: null, ...answer });
    },
    language: () => 'en',
    onSignedOut: () => {
      signedOut += 1;
      return again();
    },
  });
  return { client, sent, signedOut: () => signedOut };
}

describe('The client', () => {
  it('says the language and repeats a filter that has several values', async () => {
    const { client, sent } = clientAnswering({ json: { rows: [] } });
    await client.matters({ kind: ['report', 'whistle'], area: '13号', overdue: true, step: undefined });
    expect(sent[0]!.path).toBe('/api/v1/matters?kind=report&kind=whistle&area=13%E5%8F%B7&overdue=true');
    expect(sent[0]!.headers['Accept-Language']).toBe('en');
  });

  it('sends words that may name somebody in the body, never in an address', async () => {
    const { client, sent } = clientAnswering({ json: { rows: [] } });
    await client.matters({ kind: ['report'] }, '张某某');
    await client.register('people', { limit: 5 }, '张某某');
    await client.register('places', { limit: 5 }, 'park');
    expect(sent.map((one) => [one.method, one.path, one.body])).toEqual([
      ['POST', '/api/v1/matters/search?kind=report', '{"q":"张某某"}'], ['POST', '/api/v1/registers/people/search?limit=5', '{"q":"张某某"}'],
      ['GET', '/api/v1/registers/places?q=park&limit=5', undefined],
    ]);
  });

  it('reads the chosen district everywhere, and its own when none is chosen', async () => {
    const { client, sent } = clientAnswering({ json: { rows: [], entries: [] } });
    await client.matter('BOS-1');
    client.district = '990002';
    await client.matter('BOS-1');
    await client.timeline('BOS-1');
    await client.matters({}, 'lamp');
    await client.districts();
    expect(sent.map((one) => one.path)).toEqual([
      '/api/v1/matters/BOS-1', '/api/v1/matters/BOS-1?district=990002', '/api/v1/matters/BOS-1/timeline?district=990002',
      '/api/v1/matters/search?district=990002', '/api/v1/districts',
    ]);
  });

  it('carries the CSRF token and the idempotency key on an act, and neither on a read', async () => {
    const { client, sent } = clientAnswering({ json: { csrf: 't0ken' } });
    await client.session();
    await client.act('7', 'report_in', { input: {} }, 'key-12345');
    expect(sent[0]!.headers).not.toHaveProperty('X-CSRF-Token');
    expect(sent[1]!.headers).toMatchObject({ 'X-CSRF-Token': 't0ken', 'Idempotency-Key': 'key-12345' });
  });

  it('turns the error body into a fault with field, message and hint', async () => {
    const error = { code: 'missing_field', field: 'call.unit', message: 'No unit was named', hint: 'Name at least one' };
    const { client } = clientAnswering({ status: 422, json: { error } });
    const fault = await client.act('7', 'blow', { input: {} }, 'key-12345').catch((e: unknown) => e);
    expect(fault).toBeInstanceOf(ServerFault);
    expect((fault as ServerFault).fault).toEqual({ status: 422, ...error });
  });

  it('still names the status when the answer is no error body of ours', async () => {
    const { client } = clientAnswering({ status: 502, json: undefined });
    const fault = (await client.matter('7').catch((e: unknown) => e)) as ServerFault;
    expect(fault.fault).toMatchObject({ status: 502, code: 'http_502', field: '' });
  });

  it('reports an ended session, but not a wrong password', async () => {
    const refused = clientAnswering({ status: 401, json: { error: { code: 'wrong_login' } } });
    await refused.client.logIn('a', 'b').catch(() => undefined);
    expect(refused.signedOut()).toBe(0);
    await refused.client.matters({}).catch(() => undefined);
    expect(refused.signedOut()).toBe(1);
  });

  it('sends again, with the same key and the new token, what an ended session refused', async () => {
    const answer: Partial<Answer> = { status: 401, json: undefined };
    const { client, sent } = clientAnswering(answer, async () => {
      Object.assign(answer, { status: 200, json: { csrf: 'new' } });
      await client.logIn('a', 'b');
      return true;
    });
    client.setCsrf('old');
    await client.act('7', 'work', { input: { words: 'typed at length' } }, 'key-12345');
    const acts = sent.filter((one) => one.path.includes('/actions/'));
    expect(acts.map((one) => one.headers['Idempotency-Key'])).toEqual(['key-12345', 'key-12345']);
    expect(acts[1]).toMatchObject({ body: acts[0]!.body, headers: { 'X-CSRF-Token': 'new' } });
  });

  it('does not ask twice when the new session is refused as well', async () => {
    const { client, sent, signedOut } = clientAnswering({ status: 401, json: undefined }, () => Promise.resolve(true));
    await expect(client.act('7', 'work', { input: {} }, 'key-12345')).rejects.toBeInstanceOf(ServerFault);
    expect([sent.length, signedOut()]).toEqual([2, 1]);
  });

  it('keeps a slash in a number from becoming another path', async () => {
    const { client, sent } = clientAnswering({});
    await client.matter('../session');
    expect(sent[0]!.path).toBe('/api/v1/matters/..%2Fsession');
  });
});

describe('A query', () => {
  it('leaves out what is empty', () => {
    expect(queryText({ a: '', b: undefined, c: [] })).toBe('');
  });
});
