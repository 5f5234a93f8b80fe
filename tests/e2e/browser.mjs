// Runs the browser stories one after the other against one house and one browser; prints a line for each.
import { mkdtemp, mkdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, startHouse } from './house.mjs';
import { Person } from './person.mjs';
import { stories } from './stories.mjs';

const { chromium } = createRequire(`${root}web/package.json`)('playwright-core');
const kArguments = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--no-first-run'];

const shots = process.env.SHAOYIN_SHOTS ?? '';
if (shots) await mkdir(shots, { recursive: true });
const profile = await mkdtemp(join(tmpdir(), 'shaoyin-browser-'));
const house = await startHouse();
// A profile of its own; each person gets a context of their own inside: their cookies never meet.
const first = await chromium.launchPersistentContext(profile, { executablePath: process.env.SHAOYIN_CHROMIUM, args: kArguments, headless: true });
const browser = first.browser();

const faults = [];
const seats = [];
const town = {
  house, figures: [],
  async sit(who, language, more = {}) {
    const person = await Person.sit(browser, more.house ?? house, language, { ...more, faults, shots, who });
    seats.push(person);
    return person;
  },
};

let failed = 0;
for (const [name, story] of Object.entries(stories).filter(([name]) => name.includes(process.env.SHAOYIN_STORY ?? ''))) {
  faults.length = 0;
  const began = Date.now();
  try {
    await story(town);
    if (faults.length > 0) throw new Error(`clean pages expected:\n  ${faults.join('\n  ')}`);
    console.log(`ok ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`not ok ${name}\n  ${error.stack}\n  ${faults.join('\n  ')}`);
    for (const [i, one] of seats.entries()) {
      console.log(`  ${one.who} at ${one.page.url()}; refusals: ${one.refusals.join(', ') || 'none'}`);
      if (shots) await one.page.screenshot({ path: `${shots}/failed-${i}.png` }).catch(() => undefined);
    }
  }
  console.log(`# ${((Date.now() - began) / 1000).toFixed(1)} s; ${town.figures.splice(0).join('; ')}`);
  for (const one of seats.splice(0)) await one.context.close();
}

await first.close();
await house.stop();
await rm(profile, { recursive: true, force: true });
process.exitCode = failed === 0 ? 0 : 1;
