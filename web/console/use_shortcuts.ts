// Listens for the shortcuts of the registry on one page. What a key means is decided in model/shortcuts.
import { onBeforeUnmount, onMounted, toValue, type MaybeRefOrGetter } from 'vue';
import { shortcutFor, type Scope } from '@/model/shortcuts';
import { usePreferences } from '@/ui/stores';

function isTyping(element: Element | null): boolean {
  return element !== null && element.matches('input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]');
}

export function useShortcuts(scope: MaybeRefOrGetter<Scope>, deeds: Record<string, () => void>): void {
  const preferences = usePreferences();
  function pressed(event: KeyboardEvent): void {
    const focused = document.activeElement;
    const shortcut = shortcutFor(event, {
      scope: toValue(scope),
      typing: isTyping(focused),
      onControl: focused !== null && focused.matches('a, button, input, summary'),
      dialogOpen: document.querySelector('[role="dialog"]') !== null,
      enabled: preferences.singleKeys,
    });
    const deed = shortcut === null ? undefined : deeds[shortcut.name];
    if (deed === undefined) return;
    event.preventDefault();
    deed();
  }
  onMounted(() => window.addEventListener('keydown', pressed));
  onBeforeUnmount(() => window.removeEventListener('keydown', pressed));
}
