import { describe, expect, it } from 'vitest';
import { conflicts, kShortcuts, shortcutFor, type Place, type Press } from './shortcuts';

const press = (key: string, more: Partial<Press> = {}): Press => ({
  key, ctrlKey: false, metaKey: false, altKey: false, isComposing: false, ...more,
});
const inbox: Place = { scope: 'inbox', typing: false, onControl: false, dialogOpen: false, enabled: true };

describe('Shortcuts', () => {
  it('never share a key where both would be heard', () => {
    expect(conflicts(kShortcuts)).toEqual([]);
  });

  it('are found out when they do', () => {
    const twice = [...kShortcuts, { name: 'other', scope: 'matter' as const, key: '/', shown: '/' }];
    expect(conflicts(twice)).toHaveLength(1);
  });

  it('are heard on their own page only', () => {
    expect(shortcutFor(press('j'), inbox)?.name).toBe('next');
    expect(shortcutFor(press('j'), { ...inbox, scope: 'matter' })).toBeNull();
  });

  it('keep silent while someone types, composes Chinese, has a dialog open or switched them off', () => {
    expect(shortcutFor(press('a'), { ...inbox, typing: true })).toBeNull();
    expect(shortcutFor(press('a', { isComposing: true }), inbox)).toBeNull();
    expect(shortcutFor(press('a'), { ...inbox, dialogOpen: true })).toBeNull();
    expect(shortcutFor(press('a'), { ...inbox, enabled: false })).toBeNull();
  });

  it('leave the browser its own combinations, and Enter to the button that has the focus', () => {
    expect(shortcutFor(press('r', { ctrlKey: true }), inbox)).toBeNull();
    expect(shortcutFor(press('Enter', {}), { ...inbox, onControl: true })).toBeNull();
    expect(shortcutFor(press('Enter', {}), inbox)?.name).toBe('open');
  });
});
