// The width an element has on the screen, kept while its component lives: pictures are drawn to it.
import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue';

// `first`: before it is known, px. `least`: narrower than this a picture says nothing.
export function useWidth(root: Readonly<Ref<HTMLElement | null>>, first: number, least: number): Ref<number> {
  const width = ref(first);
  let watcher: ResizeObserver | null = null;
  onMounted(() => {
    watcher = new ResizeObserver(([entry]) => (width.value = Math.max(least, Math.floor(entry!.contentRect.width))));
    watcher.observe(root.value!);
  });
  onBeforeUnmount(() => watcher?.disconnect());
  return width;
}
