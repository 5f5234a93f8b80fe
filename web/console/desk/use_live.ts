// Keeps what is shown up to date: loads again after changes elsewhere, soon after the first of a burst and then at a pace that many
// views on one page can keep; a hidden page waits until it is looked at. Time alone changes views too ("overdue"), so now
// and then it loads without being told.
import { onScopeDispose } from 'vue';
import { useFeed } from '@/ui/feed';

const kSettle = 400; // ms; a burst of changes is one reload
const kRest = 2_000; // ms between two; a desk of twelve views asks twelve times
const kStale = 120_000; // ms

export function useLive(reload: () => Promise<void>): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = 0;
  let missed = false;
  function run(): void {
    timer = undefined;
    missed = document.hidden;
    if (missed) return;
    last = Date.now();
    void reload();
  }
  function soon(): void {
    timer ??= setTimeout(run, Math.max(kSettle, last + kRest - Date.now()));
  }
  const shown = () => missed && !document.hidden && soon();
  document.addEventListener('visibilitychange', shown);
  const stale = setInterval(soon, kStale);
  useFeed(soon, soon);
  onScopeDispose(() => {
    clearTimeout(timer);
    clearInterval(stale);
    document.removeEventListener('visibilitychange', shown);
  });
}
