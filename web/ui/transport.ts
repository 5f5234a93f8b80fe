// How requests leave the browser: same origin, with the session cookie, and nothing else.
import type { Answer, Transport } from '@/model/api/client';

export const fetchTransport: Transport = async (sent): Promise<Answer> => {
  const response = await fetch(sent.path, {
    method: sent.method,
    headers: sent.headers,
    body: (sent.body as BodyInit | undefined) ?? null,
    credentials: 'same-origin',
  });
  const isJson = (response.headers.get('Content-Type') ?? '').includes('json');
  const json: unknown = isJson ? await response.json().catch(() => undefined) : undefined;
  return { status: response.status, json, date: response.headers.get('Date') };
};

// A key for one deed: made when its form opens, kept while it is tried again. Works on plain-HTTP office networks,
// where crypto.randomUUID does not exist.
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
