// One person at one browser: finds controls by role and name, notes everything a clean page must not do.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { control, word } from './names.mjs';
import { root } from './house.mjs';

const require = createRequire(`${root}web/package.json`);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const kRules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

export class Person {
  // faults: where console errors, foreign requests, policy violations and accessibility violations are collected
  static async sit(browser, house, language, { width = 1440, height = 900, keepsPages = false, faults, shots, who }) {
    const context = await browser.newContext({ viewport: { width, height }, locale: 'de-DE', timezoneId: 'Europe/Berlin', serviceWorkers: keepsPages ? 'allow' : 'block' });
    const person = new Person();
    Object.assign(person, { context, house, language, faults, shots, who, refusals: [], visited: [] });
    await context.addInitScript((chosen) => {
      if (localStorage.getItem('shaoyin.language') === null) localStorage.setItem('shaoyin.language', chosen);
    }, language === 'zh' ? 'zh-CN' : 'en');
    await context.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) => console.error(`content policy: ${event.violatedDirective} ${event.blockedURI}`));
    });
    person.page = await context.newPage();
    person.page.setDefaultTimeout(15_000);
    person.#watch();
    return person;
  }

  #watch() {
    const note = (what) => this.faults.push(`${this.who}: ${what}`);
    this.page.on('pageerror', (error) => note(`script error: ${error.message}`));
    this.page.on('console', (message) => {
      if (message.type() !== 'error' && message.type() !== 'warning') return;
      // The browser reports every refused request; those are the answers of `refusals`, judged there.
      if (message.text().startsWith('Failed to load resource')) return;
      if (message.text().includes('Service Worker registration blocked')) return; // by ourselves, but for whoever keeps pages
      note(`console ${message.type()}: ${message.text()}`);
    });
    this.page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(`${this.house.address}/`) && !/^(data|blob):/.test(url)) note(`request leaves the house: ${url}`);
    });
    this.page.on('response', (answer) => {
      if (answer.status() >= 400) this.refusals.push(`${answer.status()} ${answer.request().method()} ${new URL(answer.url()).pathname}`);
    });
  }

  go(path) { return this.page.goto(this.house.address + path); }

  // A control of the glossary.
  the(key, values) {
    const { role, name } = control(key, this.language, values);
    return this.page.getByRole(role, { name, exact: true });
  }
  word(kind, key) { return word(kind, key, this.language); }
  button(name) { return this.page.getByRole('button', { name, exact: true }); }
  text(words) { return this.page.getByText(words, { exact: true }); }
  get dialog() { return this.page.getByRole('dialog'); }

  async logIn(login) {
    await this.go('/login');
    await this.the('login.login').fill(login);
    await this.the('login.password').fill(this.house.password);
    await this.the('login.submit').click();
    await this.the('inbox.find').waitFor();
  }

  // Presses an action's button; `about` is what the button is about when there is one on each line.
  async press(kind, action, about = '') {
    const label = this.word(kind, `action.${action}.label`);
    const name = about === '' ? label : `${label} — ${about}`;
    const button = this.page.getByRole('button', { name, exact: true, includeHidden: true }).first();
    await this.uncover(button);
    await button.click();
  }
  // What accompanies a matter stands behind "More".
  async uncover(button) {
    await button.waitFor({ state: 'attached' });
    const covered = this.page.locator('details.aside:not([open])').filter({ has: button });
    if (await covered.count() > 0) await covered.locator('summary').click();
  }
  // Sends the open dialog; the button carries the action's name.
  async send(kind, action) {
    await this.dialog.getByRole('button', { name: this.word(kind, `action.${action}.label`), exact: true }).click();
    await this.dialog.waitFor({ state: 'detached' });
  }
  field(label) { return this.dialog.getByLabel(label); }
  async choose(name, label) {
    const box = this.dialog.getByRole('combobox', { name });
    await box.fill(label);
    await this.page.getByRole('option').filter({ hasText: label }).first().click();
  }
  // A control of the glossary inside the open dialog.
  within(key, values) {
    const { role, name } = control(key, this.language, values);
    return this.dialog.getByRole(role, { name, exact: true });
  }
  radio(name) { return this.dialog.getByRole('radio', { name, exact: true }).check(); }

  // Accessibility of what is on the screen now, and a picture for human eyes. `name` says which page it is.
  async look(name) {
    await this.page.evaluate(axe);
    const found = await this.page.evaluate(async (tags) => {
      const { violations } = await window.axe.run(document, { runOnly: { type: 'tag', values: tags } });
      return violations.map((one) => `${one.id} at ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`);
    }, kRules);
    for (const one of found) this.faults.push(`${this.who}, ${name}: accessibility: ${one}`);
    const wide = await this.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) this.faults.push(`${this.who}, ${name}: ${wide} px wider than the screen`);
    if (this.shots) await this.page.screenshot({ path: `${this.shots}/${name}.png`, fullPage: true });
    this.visited.push(name);
  }
}
