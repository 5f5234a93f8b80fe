// The live feed in a browser. All tabs of one browser share one stream: a browser allows few connections to one server,
// and ten open matters must not use them up. The tab that holds the lock listens and passes on what it hears.
import { onScopeDispose, ref, type Ref } from 'vue';
import { Feed, type FeedState, type FeedWorld } from '@/model/feed';
import type { FeedItem } from '@/model/api/types';

const kName = 'shaoyin-feed';

const world: FeedWorld = {
  open: (after, handlers) => {
    const source = new EventSource(`/api/v1/feed${after === null ? '' : `?after=${after}`}`);
    source.addEventListener('open', handlers.opened);
    source.addEventListener('matter', (event) => handlers.item((event as MessageEvent<string>).data));
    // CONNECTING means the browser tries again by itself, with Last-Event-ID.
    source.addEventListener('error', () => source.readyState === EventSource.CLOSED && handlers.ended());
    return { close: () => source.close() };
  },
  wait: (ms, then) => {
    const timer = setTimeout(then, ms);
    return () => clearTimeout(timer);
  },
};

type Listener = (item: FeedItem) => void;
const listeners = new Set<Listener>();
const state = ref<FeedState>('stopped');
let release: (() => void) | null = null;

function tell(item: FeedItem): void {
  for (const listener of listeners) listener(item);
}

function lead(channel: BroadcastChannel | null): () => void {
  const feed = new Feed(
    world,
    (item) => {
      tell(item);
      channel?.postMessage({ item });
    },
    (next) => {
      state.value = next;
      channel?.postMessage({ state: next });
    },
  );
  if (channel !== null) channel.onmessage = () => channel.postMessage({ state: feed.state }); // a new tab asks
  feed.start();
  return () => feed.stop();
}

// Without locks or channels (plain HTTP on an office network) each tab has its own stream.
function begin(): () => void {
  if (!('locks' in navigator) || typeof BroadcastChannel === 'undefined') return lead(null);
  const channel = new BroadcastChannel(kName);
  const giveUp = new AbortController();
  let stop: () => void = () => undefined;
  channel.onmessage = ({ data }: MessageEvent<{ item?: FeedItem; state?: FeedState }>) => {
    if (data.item !== undefined) tell(data.item);
    if (data.state !== undefined) state.value = data.state;
  };
  channel.postMessage({});
  navigator.locks.request(kName, { signal: giveUp.signal }, () => new Promise<void>((done) => {
    const end = lead(channel);
    stop = () => {
      end();
      done();
    };
  })).catch(() => undefined); // given up while waiting
  return () => {
    giveUp.abort();
    stop();
    channel.close();
  };
}

// Hears every change for as long as the component lives.
export function useFeed(listener: Listener): { state: Ref<FeedState> } {
  listeners.add(listener);
  release ??= begin();
  onScopeDispose(() => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    release?.();
    release = null;
    state.value = 'stopped';
  });
  return { state };
}
