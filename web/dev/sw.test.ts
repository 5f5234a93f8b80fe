// The service worker, run against a browser's caches, clients and network that are made here.
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';

const web = new URL('../', import.meta.url);
const code = readFileSync(new URL('public/sw.js', web), 'utf8');
const kHere = 'https://here';

interface Asked { url: string; method?: string; mode?: string }
interface Given { status: number; ok: boolean; json: () => Promise<unknown>; text: string }
const given = (status: number, text = '', json: unknown = undefined): Given => ({ status, ok: status >= 200 && status < 300, text, json: () => Promise.resolve(json) });
const pathOf = (asked: Asked | string) => new URL(typeof asked === 'string' ? asked : asked.url, kHere).pathname;

// One browser: its cache outlives the worker, as it does when a new build comes.
class Browser {
  kept = new Map<string, Given>();
  windows = 0;
  network: (path: string) => Given | null = () => given(200); // null: there is none

  private readonly shelf = {
    add: async (asked: Asked) => { this.kept.set(pathOf(asked), await this.fetched(asked)); },
    put: (asked: Asked | string, one: Given) => { this.kept.set(pathOf(asked), one); return Promise.resolve(); },
    keys: () => Promise.resolve([...this.kept.keys()].map((path) => ({ url: kHere + path }))),
    delete: (path: string) => Promise.resolve(this.kept.delete(path)),
    match: (asked: Asked | string) => Promise.resolve(this.kept.get(pathOf(asked))),
  };
  private fetched(asked: Asked | string): Promise<Given> {
    const answer = this.network(pathOf(asked));
    return answer === null ? Promise.reject(new TypeError('network')) : Promise.resolve(answer);
  }
  // A worker of the code as it is now.
  worker() {
    const heard: Record<string, (event: object) => void> = {};
    const Request = class { url: string; constructor(path: string) { this.url = kHere + path; } };
    runInNewContext(code, {
      URL, Promise, Set, Object, String, Request, location: { origin: kHere }, Response: { error: () => given(0, 'no page') },
      caches: { open: () => Promise.resolve(this.shelf), match: this.shelf.match },
      clients: { claim: () => Promise.resolve(), matchAll: () => Promise.resolve(Array.from({ length: this.windows })) },
      skipWaiting: () => { this.windows = -1; }, fetch: (asked: Asked | string) => this.fetched(asked),
      addEventListener: (name: string, then: (event: object) => void) => { heard[name] = then; },
    });
    const tell = async (name: string) => { let over: Promise<unknown> = Promise.resolve(); heard[name]!({ waitUntil: (until: Promise<unknown>) => { over = until; } }); await over; };
    return {
      install: () => tell('install'), activate: () => tell('activate'),
      async ask(path: string, mode = 'navigate'): Promise<Given | 'browser'> {
        let answer: Promise<Given> | 'browser' = 'browser';
        heard['fetch']!({ request: { url: kHere + path, method: 'GET', mode }, respondWith: (one: Promise<Given>) => { answer = one; } });
        return answer;
      },
    };
  }
}
const build = (file: string) => (path: string) => path === '/manifest.json' ? given(200, '', { page: { file: `assets/${file}` } }) : given(200, path === '/index.html' ? `shell of ${file}` : path);

describe('A new build', () => {
  async function after(windows: number) {
    const browser = new Browser();
    browser.network = build('old.js');
    await browser.worker().install();
    browser.network = build('new.js');
    browser.windows = windows;
    const next = browser.worker();
    await next.install();
    return { browser, next };
  }
  it('leaves the old one its files while its pages live', async () => {
    const { browser, next } = await after(1);
    expect(browser.windows, 'it waits for its turn').toBe(1);
    expect([...browser.kept.keys()]).toEqual(expect.arrayContaining(['/assets/old.js', '/assets/new.js']));
    await next.activate();
    expect(browser.kept.has('/assets/old.js')).toBe(true);
  });

  it('takes them away when no page of the old one is left', async () => {
    const { browser, next } = await after(0);
    await next.activate();
    expect(browser.kept.has('/assets/old.js')).toBe(false);
    expect(browser.kept.has('/assets/new.js')).toBe(true);
  });
});

describe('A page that is asked for', () => {
  async function asked(path: string, answer: Given | null) {
    const browser = new Browser();
    browser.network = build('page.js');
    const worker = browser.worker();
    await worker.install();
    browser.network = () => answer;
    return worker.ask(path);
  }
  it('is the kept one without a network', async () => {
    for (const path of ['/', '/inbox', '/m/HX-2026-000001', '/outbox']) expect(await asked(path, null), path).toMatchObject({ text: 'shell of page.js' });
  });

  it('is what the server says, whatever that is', async () => {
    for (const answer of [given(0, 'redirected'), given(404, 'missing'), given(500, 'broken')]) expect(await asked('/inbox', answer)).toBe(answer);
  });

  it('is left to the browser where it is no page of ours', async () => {
    for (const path of ['/readyz', '/healthz', '/metrics', '/api/v1/openapi.yaml', '/manifest.json']) expect(await asked(path, null), path).toBe('browser');
  });

  it('is ours when the router says so', () => {
    const router = readFileSync(new URL('router.ts', web), 'utf8');
    const first = [...router.matchAll(/path: '\/?([a-z]*)[a-z/:?]*', (?:component|redirect)/g)].map((one) => one[1]!);
    const ours = /const kPages = \[(.*?)\]/s.exec(code)?.[1]?.match(/(?<=')[a-z]*(?=')/g)?.filter((one, i, all) => all.indexOf(one) === i);
    expect(ours?.sort()).toEqual([...new Set(first)].sort());
  });
});
