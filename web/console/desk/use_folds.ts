// Whether the table of a view is wider than its place, so that it must fold. It is measured, not guessed from the number of columns: words
// are longer in one language than in the other.
import { nextTick, onBeforeUnmount, onMounted, ref, watch, type Ref } from 'vue';

// `wanted`: whether it may fold at all. `content`: what the table shows; when that changes it is measured anew, before anything is painted.
export function useFolds(root: Readonly<Ref<HTMLElement | null>>, wanted: () => boolean, content: () => unknown): Ref<boolean> {
  const folded = ref(false);
  let needs = 0; // px of the table when it was last too wide
  let watcher: ResizeObserver | null = null;
  const frame = () => root.value?.querySelector<HTMLElement>('.table-frame') ?? null;
  function measure(): void {
    const place = frame();
    if (place === null || !wanted()) folded.value = false;
    else if (folded.value) folded.value = place.clientWidth < needs;
    else if (place.scrollWidth > place.clientWidth + 1) {
      needs = place.scrollWidth;
      folded.value = true;
    }
  }
  async function again(): Promise<void> {
    folded.value = false;
    await nextTick();
    measure();
  }
  onMounted(() => {
    watcher = new ResizeObserver(() => measure());
    if (root.value !== null) watcher.observe(root.value);
    measure();
  });
  onBeforeUnmount(() => watcher?.disconnect());
  watch(content, () => void again(), { flush: 'post' });
  return folded;
}
