// The live feed in a browser. All tabs of one browser share one stream: a browser allows few connections to one server,
// and ten open matters must not use them up. The tab that holds the lock listens and passes on what it hears; each remembers
// how far that was, so that whichever takes over goes on from there.
import { onScopeDispose, ref, type Ref } from 'vue';
import { Feed, type FeedState, type FeedWorld } from '@/model/feed';
import type { FeedItem } from '@/model/api/types';

const kName = 'shaoyin-feed';

const world: FeedWorld = {
  open: (after, handlers) => {
    const source = new EventSource(`/api/v1/feed${after === null ? '' : `?after=${after}`}`);
    source.addEventListener('open', handlers.opened);
    source.addEventListener('matter', (event) => handlers.item((event as MessageEvent<string>).data));
    source.addEventListener('reset', handlers.reset);
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
interface Follower { heard: Listener; again: () => void }
interface Passed { item?: FeedItem; state?: FeedState; again?: true }
const followers = new Set<Follower>();
let position: number | null = null; // of the last change that any tab told this one
const state = ref<FeedState>('stopped');
let release: (() => void) | null = null;

function tell(item: FeedItem): void {
  position = item.position;
  for (const follower of followers) follower.heard(item);
}
function loadAgain(): void {
  position = null; // of a past that is no longer sure; whichever tab takes over asks for nothing of it
  for (const follower of followers) follower.again();
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
    () => {
      loadAgain();
      channel?.postMessage({ again: true });
    },
  );
  if (channel !== null) channel.onmessage = () => channel.postMessage({ state: feed.state }); // a new tab asks
  feed.start(position);
  return () => feed.stop();
}

// Without locks or channels (plain HTTP on an office network) each tab has its own stream.
function begin(): () => void {
  if (!('locks' in navigator) || typeof BroadcastChannel === 'undefined') return lead(null);
  const channel = new BroadcastChannel(kName);
  const giveUp = new AbortController();
  let stop: () => void = () => undefined;
  channel.onmessage = ({ data }: MessageEvent<Passed>) => {
    if (data.item !== undefined) tell(data.item);
    if (data.again) loadAgain();
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

// Hears every change for as long as the component lives. `again`: changes may have been missed, load what is shown once more.
export function useFeed(heard: Listener, again: () => void): { state: Ref<FeedState> } {
  const follower = { heard, again };
  followers.add(follower);
  release ??= begin();
  onScopeDispose(() => {
    followers.delete(follower);
    if (followers.size > 0) return;
    release?.();
    [release, position] = [null, null]; // nothing is shown any more that could be out of date
    state.value = 'stopped';
  });
  return { state };
}
