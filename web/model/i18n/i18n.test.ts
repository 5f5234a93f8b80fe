import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { kShortcuts } from '../shortcuts';
import { flatKeys, localeOf } from './index';
import enFirst from './en';
import enLater from './later.en';
import zhLater from './later.zh-CN';
import zhFirst from './zh-CN';

const zh = { ...zhFirst, ...zhLater };
const en = { ...enFirst, ...enLater };

const web = fileURLToPath(new URL('../../', import.meta.url));

function sources(): string {
  const files = ['ui', 'console', 'portal', 'model'].flatMap((folder) =>
    readdirSync(join(web, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(web, folder, name)));
  const ours = files.filter((name) => /\.(vue|ts)$/.test(name) && !/(\.test|schema\.gen)\.ts$|i18n/.test(name));
  return ours.map((name) => readFileSync(name, 'utf8')).join('\n');
}

function leaf(table: object, key: string): string {
  return key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], table) as string;
}
const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1]).sort();

describe('The two languages', () => {
  it('have the same keys', () => {
    expect(flatKeys(en)).toEqual(flatKeys(zh));
  });

  it('leave nothing untranslated', () => {
    for (const key of flatKeys(zh)) {
      expect(leaf(zh, key).trim(), key).not.toBe('');
      expect(leaf(en, key), key).not.toMatch(/[\u4e00-\u9fff]/);
      expect(leaf(en, key).trim(), key).not.toBe('');
    }
  });

  it('name the same values in the same sentence', () => {
    for (const key of flatKeys(zh)) {
      const english = new Set(names(leaf(en, key)));
      expect([...english].sort(), key).toEqual([...new Set(names(leaf(zh, key)))]);
    }
  });
});

describe('The language of the browser', () => {
  it('is taken by its first part, in the order of the reader', () => {
    expect(localeOf(['en-US', 'en'])).toBe('en');
    expect(localeOf(['de-DE', 'en-GB', 'zh-CN'])).toBe('en');
    expect(localeOf(['zh-Hant-TW', 'en'])).toBe('zh-CN');
    expect(localeOf(['de-DE', 'fr'])).toBe('zh-CN');
    expect(localeOf([])).toBe('zh-CN');
  });
});

describe('The words the pages ask for', () => {
  const text = sources();
  const keys = new Set(flatKeys(zh));

  it('are all there', () => {
    const asked = [...text.matchAll(/(?<![\w.])t\((?:[^()'"`]*\? )?'([a-z_]+\.[a-z_0-9]+)'(?: : '([a-z_]+\.[a-z_0-9]+)')?/g)].flatMap((found) => [found[1], found[2]]);
    const missing = asked.filter((key) => key !== undefined && !keys.has(key));
    expect(asked.length).toBeGreaterThan(200);
    expect(missing).toEqual([]);
  });

  it('leave no dead ones behind', () => {
    // Keys put together at run time, `home.${verb}`, count by their first part.
    const built = new Set([...text.matchAll(/`([a-z_]+)\.[a-z_]*\$\{/g)].map((found) => found[1]));
    const dead = [...keys].filter((key) => !text.includes(`'${key}'`) && !built.has(key.split('.')[0]));
    expect(dead).toEqual([]);
  });

  it('name every shortcut', () => {
    expect(kShortcuts.filter((one) => !keys.has(`keys.${one.name}`))).toEqual([]);
  });
});
