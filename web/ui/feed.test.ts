import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, type EffectScope } from 'vue';

// A browser's tabs: each has the module to itself; channel and lock are shared, as in one browser.
class FakeSource {
  static readonly CLOSED = 2;
  static opened: FakeSource[] = [];
  readyState = 1;
  closed = false;
  private readonly told = new Map<string, (event: unknown) => void>();
  constructor(readonly address: string) {
    FakeSource.opened.push(this);
  }
  addEventListener(name: string, then: (event: unknown) => void): void {
    this.told.set(name, then);
  }
  close(): void {
    this.closed = true;
  }
  open(): void {
    this.told.get('open')?.({});
  }
  reset(): void {
    this.told.get('reset')?.({});
  }
  bring(position: number): void {
    this.told.get('matter')?.({ data: JSON.stringify({ position, id: '1', number: 'HX-2023-000001', revision: 1, kind: 'acted' }) });
  }
}

function locks() {
  let last: Promise<unknown> = Promise.resolve();
  return { request: (_: string, __: object, run: () => Promise<void>) => (last = last.then(run)) };
}

interface Tab { scope: EffectScope; heard: number[]; again: number }
const tabs: Tab[] = [];
async function openTab(): Promise<Tab> {
  vi.resetModules();
  const { useFeed } = await import('./feed');
  const tab: Tab = { scope: effectScope(), heard: [], again: 0 };
  tab.scope.run(() => useFeed((item) => tab.heard.push(item.position), () => (tab.again += 1)));
  tabs.push(tab);
  return tab;
}

describe('The feed of a browser with several tabs', () => {
  beforeEach(() => {
    FakeSource.opened = [];
    vi.stubGlobal('EventSource', FakeSource);
    vi.stubGlobal('navigator', { locks: locks() });
  });
  afterEach(() => {
    tabs.splice(0).forEach((tab) => tab.scope.stop());
    vi.unstubAllGlobals();
  });

  it('goes on from the last change when the tab that listened is closed', async () => {
    const first = await openTab();
    const second = await openTab();
    await vi.waitFor(() => expect(FakeSource.opened).toHaveLength(1));
    FakeSource.opened[0]!.open();
    FakeSource.opened[0]!.bring(41);
    await vi.waitFor(() => expect(second.heard).toEqual([41]));
    first.scope.stop();
    await vi.waitFor(() => expect(FakeSource.opened).toHaveLength(2));
    expect(FakeSource.opened[0]!.closed).toBe(true);
    expect(FakeSource.opened[1]!.address).toBe('/api/v1/feed?after=41');
  });

  it('forgets the position in every tab when the server was restored from a backup', async () => {
    const first = await openTab();
    const second = await openTab();
    await vi.waitFor(() => expect(FakeSource.opened).toHaveLength(1));
    FakeSource.opened[0]!.bring(41);
    await vi.waitFor(() => expect(second.heard).toEqual([41]));
    FakeSource.opened[0]!.reset();
    await vi.waitFor(() => expect([first.again, second.again]).toEqual([1, 1]));
    first.scope.stop();
    await vi.waitFor(() => expect(FakeSource.opened).toHaveLength(2));
    expect(FakeSource.opened[1]!.address).toBe('/api/v1/feed');
  });

  it('lets every tab load again when a stream begins without knowing where', async () => {
    const first = await openTab();
    const second = await openTab();
    await vi.waitFor(() => expect(FakeSource.opened).toHaveLength(1));
    FakeSource.opened[0]!.open();
    await vi.waitFor(() => expect([first.again, second.again]).toEqual([1, 1]));
    first.scope.stop();
    await vi.waitFor(() => expect(FakeSource.opened).toHaveLength(2));
    expect(FakeSource.opened[1]!.address).toBe('/api/v1/feed');
    FakeSource.opened[1]!.open();
    expect(second.again).toBe(2);
  });
});
