// A matter and its timeline, kept fresh: another person's act shows within two seconds, without a jump.
import { nextTick, onScopeDispose, toValue, type MaybeRefOrGetter } from 'vue';
import { useFeed } from '@/ui/feed';
import { useLoad } from '@/ui/load';
import { client, useNow } from '@/ui/services';

const kSettle = 250; // ms; one act is often several events

// `at`: the entry of its ledger after which it is shown; undefined: as it is now.
export function useMatter(number: MaybeRefOrGetter<string>, at: MaybeRefOrGetter<number | undefined> = undefined) {
  const now = useNow();
  const loaded = useLoad(() => client.matter(toValue(number), toValue(at)), [() => toValue(number), () => toValue(at)]);
  const story = useLoad(() => client.timeline(toValue(number)), [() => toValue(number)]);

  async function reload(): Promise<void> {
    await Promise.all([loaded.reload(), story.reload()]);
  }

  let settle: ReturnType<typeof setTimeout> | undefined;
  function concerns(changed: string): boolean {
    const matter = loaded.data.value;
    const family = [matter?.number, matter?.parent?.number, ...(matter?.children.map((child) => child.number) ?? [])];
    return changed === toValue(number) || family.includes(changed);
  }
  function soon(): void {
    clearTimeout(settle);
    settle = setTimeout(() => void reload(), kSettle);
  }
  const { state: live } = useFeed((item) => concerns(item.number) && soon(), soon);
  onScopeDispose(() => clearTimeout(settle));

  // After one's own act: its button is often gone, and the focus with it; then the heading takes it.
  async function acted(): Promise<void> {
    await reload();
    await nextTick();
    if (document.activeElement === document.body) document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }

  return { acted, matter: loaded.data, fault: loaded.fault, timeline: story.data, now, reload, live };
}
