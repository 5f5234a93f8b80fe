// What every page shares: the client, the server's clock, a "now" that ticks. Made once, in main.ts's import.
import { onScopeDispose, ref, type Ref } from 'vue';
import { Client } from '@/model/api/client';
import { ServerClock } from '@/model/time_left';
import { currentLocale } from './i18n';
import { fetchTransport } from './transport';

export const serverClock = new ServerClock();

type Listener = (write: boolean) => Promise<boolean>;
let signedOut: Listener = () => Promise.resolve(false);
export function onSignedOut(listener: Listener): void {
  signedOut = listener;
}

export const client = new Client({
  transport: fetchTransport,
  language: currentLocale,
  onServerTime: (date) => serverClock.learn(date, Date.now()),
  onSignedOut: (write) => signedOut(write),
});

const kTick = 10_000; // ms; minutes shown change at most this late

// The server's time, for as long as the component lives.
export function useNow(tick = kTick): Ref<number> {
  const now = ref(serverClock.now(Date.now()));
  const timer = setInterval(() => (now.value = serverClock.now(Date.now())), tick);
  onScopeDispose(() => clearInterval(timer));
  return now;
}
