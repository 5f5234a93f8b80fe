// Loads what a page shows, again when the language or a dependency changes, and keeps the old content on screen
// meanwhile, so that nothing jumps. Answers that come late, after a newer question, are dropped.
import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef, type WatchSource } from 'vue';
import { useI18n } from 'vue-i18n';
import { faultOf, type Fault } from '@/model/api/fault';

export interface Loaded<T> {
  data: ShallowRef<T | null>;
  fault: Ref<Fault | null>;
  loading: Ref<boolean>;
  reload: () => Promise<void>;
}

export function useLoad<T>(ask: () => Promise<T>, dependsOn: WatchSource[] = []): Loaded<T> {
  const { locale } = useI18n();
  const data = shallowRef<T | null>(null);
  const fault = ref<Fault | null>(null);
  const loading = ref(false);
  let turn = 0;

  async function reload(): Promise<void> {
    const mine = ++turn;
    loading.value = true;
    try {
      const answer = await ask();
      if (mine === turn) [data.value, fault.value] = [answer, null];
    } catch (error) {
      if (mine === turn) fault.value = faultOf(error);
    } finally {
      if (mine === turn) loading.value = false;
    }
  }

  watch([locale, ...dependsOn], reload, { immediate: true });
  onScopeDispose(() => (turn += 1));
  return { data, fault, loading, reload };
}
