// Follows the server's feed of changes: each change is told once and in order, a broken stream is opened again from
// the last position, so nothing between is lost. A stream without a position begins at "now"; what happened since a page was
// loaded is then unknown, and the page is told to load again. How a stream is opened (EventSource) and time are passed in.
import type { FeedItem } from './api/types';

export interface StreamHandlers {
  opened: () => void;
  item: (data: string) => void; // the JSON text of one "matter" event
  reset: () => void; // the server knows no position as late as ours: it was restored from a backup
  ended: () => void; // broken and not coming back by itself
}
export interface Stream {
  close: () => void;
}
export interface FeedWorld {
  open: (after: number | null, handlers: StreamHandlers) => Stream;
  wait: (ms: number, then: () => void) => () => void; // gives a function that cancels
}

export type FeedState = 'connecting' | 'live' | 'waiting' | 'stopped';

const kFirstWait = 1_000; // ms; a restarting server is back within seconds
const kLongestWait = 30_000; // ms; longer would make a returned network feel broken

export class Feed {
  state: FeedState = 'stopped';
  position: number | null = null;
  private stream: Stream | null = null;
  private cancelWait: (() => void) | null = null;
  private failures = 0;
  private blind = false; // opened without a position, and nobody was told yet

  constructor(
    private readonly world: FeedWorld,
    private readonly onItem: (item: FeedItem) => void,
    private readonly onState: (state: FeedState) => void = () => undefined,
    private readonly onGap: () => void = () => undefined, // load again: what came before is not told
  ) {}

  // `after`: the last position that was told before, by whoever followed the feed until now.
  start(after: number | null = null): void {
    if (this.state !== 'stopped') return;
    this.position = after;
    this.connect();
  }

  stop(): void {
    this.cancelWait?.();
    this.cancelWait = null;
    this.stream?.close();
    this.stream = null;
    this.become('stopped');
  }

  private become(state: FeedState): void {
    this.state = state;
    this.onState(state);
  }

  private connect(): void {
    this.cancelWait = null;
    this.blind = this.position === null;
    this.become('connecting');
    this.stream = this.world.open(this.position, {
      opened: () => this.opened(),
      item: (data) => this.take(data),
      reset: () => this.beginAnew(),
      ended: () => this.retry(),
    });
  }

  private opened(): void {
    this.failures = 0;
    this.become('live');
    if (!this.blind) return; // the browser itself came back to where it was
    this.blind = false;
    this.onGap();
  }

  // What was told after the backup never happened, and positions are given again: nothing shown holds any more.
  private beginAnew(): void {
    this.position = null;
    this.onGap();
  }

  private take(data: string): void {
    let item: FeedItem;
    try {
      item = JSON.parse(data) as FeedItem;
    } catch {
      return; // half a line of a dying stream; the next stream tells it whole
    }
    // A stream that was opened again may repeat its last words.
    if (typeof item.position !== 'number' || (this.position !== null && item.position <= this.position)) return;
    this.position = item.position;
    this.onItem(item);
  }

  private retry(): void {
    if (this.state === 'stopped' || this.state === 'waiting') return;
    this.stream?.close();
    this.stream = null;
    const wait = Math.min(kLongestWait, kFirstWait * 2 ** this.failures);
    this.failures += 1;
    this.become('waiting');
    this.cancelWait = this.world.wait(wait, () => this.connect());
  }
}
