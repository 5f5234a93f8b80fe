// The names by which the tests find things: controls by web/glossary.json, actions, fields and steps by the words of
// the procedure. No test ids: what a screen reader cannot find, the tests cannot find either.
import { existsSync, readFileSync } from 'node:fs';
import { root } from './house.mjs';

const glossary = JSON.parse(readFileSync(`${root}web/glossary.json`, 'utf8'));
const controls = new Map([...Object.values(glossary.everywhere).flat(), ...glossary.routes.flatMap((page) => page.controls)]
  .map((one) => [one.key, one]));

export const titleOf = (path, language) => glossary.routes.find((page) => page.path === path).title[language];

// Role and name of a control; {n} and the like are filled from `values`.
export function control(key, language, values = {}) {
  const found = controls.get(key);
  if (found === undefined) throw new Error(`web/glossary.json has no ${key}`);
  const name = found[language].replace(/\{(\w+)\}/g, (_, value) => values[value]);
  return { role: found.role, name };
}

// texts.toml as far as it is used here: sections, and names with a zh and an en text.
function textsOf(folder) {
  const texts = new Map();
  let section = '';
  for (const line of readFileSync(`${root}${folder}/texts.toml`, 'utf8').split('\n')) {
    const head = line.match(/^\[([\w.]+)\]/);
    if (head) section = head[1];
    const text = line.match(/^(\w+)\s*=\s*\{\s*zh = "(.*?)", en = "(.*?)"\s*\}/);
    if (text) texts.set(`${section}.${text[1]}`, { zh: text[2], en: text[3] });
  }
  return texts;
}
const read = new Map();
function textsOfKind(kind) {
  if (!read.has(kind)) read.set(kind, textsOf(existsSync(`${root}procedures/${kind}`) ? `procedures/${kind}` : `tests/family/${kind}`));
  return read.get(kind);
}

// word('report', 'action.accept.label', 'zh')
export function word(kind, key, language) {
  const found = textsOfKind(kind).get(key);
  if (found === undefined) throw new Error(`texts.toml of ${kind} has no ${key}`);
  return found[language];
}
