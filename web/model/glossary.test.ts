import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import glossary from '../glossary.json';
import enFirst from './i18n/en';
import enLater from './i18n/later.en';
import zhLater from './i18n/later.zh-CN';
import zhFirst from './i18n/zh-CN';

const zh = { ...zhFirst, ...zhLater };
const en = { ...enFirst, ...enLater };

interface Control {
  role: string;
  key: string;
  zh: string;
  en: string;
}
const pages: { path: string; controls: Control[] }[] = glossary.routes;
const controls = [...Object.values(glossary.everywhere).flat(), ...pages.flatMap((page) => page.controls)];
const text = (table: object, key: string) => key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], table);

describe('The glossary of accessible names', () => {
  it('says what the pages say, in both languages', () => {
    for (const one of controls) {
      expect([one.key, one.zh, one.en]).toEqual([one.key, text(zh, one.key), text(en, one.key)]);
    }
  });

  it('lists every route of the router', () => {
    const router = readFileSync(new URL('../router.ts', import.meta.url), 'utf8');
    const found = [...router.matchAll(/path: '\/?([a-z/:]*)', component/g)].map((one) => `/${one[1]}`);
    expect([...new Set(pages.map((page) => page.path))].sort()).toEqual([...new Set(found)].sort());
  });
});
