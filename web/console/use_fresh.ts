// What has just changed by somebody else's hand, for a quiet highlight that goes by itself. The first state one sees is
// not news. Also in words, for those who do not see the highlight.
import { onScopeDispose, ref, watch, type Ref } from 'vue';

const kShown = 6_000; // ms; long enough to look up from the keyboard

// `state`: key -> what it is like now, as text; undefined while nothing is loaded.
export function useFresh(state: () => Map<string, string> | undefined, say: (key: string) => string): { fresh: Ref<Set<string>>; news: Ref<string> } {
  const fresh = ref(new Set<string>());
  const news = ref('');
  const timers = new Set<ReturnType<typeof setTimeout>>();

  watch(state, (next, before) => {
    if (next === undefined || before === undefined) return;
    const changed = [...next].filter(([key, text]) => before.get(key) !== text).map(([key]) => key);
    if (changed.length === 0) return;
    fresh.value = new Set([...fresh.value, ...changed]);
    news.value = changed.map(say).join(' ');
    const timer = setTimeout(() => {
      timers.delete(timer);
      fresh.value = new Set([...fresh.value].filter((key) => !changed.includes(key)));
    }, kShown);
    timers.add(timer);
  });
  onScopeDispose(() => timers.forEach(clearTimeout));
  return { fresh, news };
}
