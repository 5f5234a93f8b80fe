// Hands that fill in any form: which inputs there are is read from what the server offers, as the pages do it, and each is given with the control
// a person would use. So a story in the browser is told in acts, like a .story file, whatever the kind of matter.
import assert from 'node:assert/strict';
import { control } from './names.mjs';
import { photo } from './photo.mjs';

let shade = 0; // a new photo each time: one picture is one proof
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

async function offered(person, path) {
  const language = person.language === 'zh' ? 'zh-CN' : 'en';
  return person.page.evaluate(async ([address, tongue]) => (await fetch(`/api/v1${address}`, { headers: { 'Accept-Language': tongue } })).json(), [path, language]);
}

// Gives `value` to whatever control stands in `box`.
async function give(person, box, property, value) {
  const kind = property['x-kind'];
  if (kind.startsWith('evidence')) {
    shade = (shade + 1) % 256;
    const uploaded = person.page.waitForResponse((one) => one.request().method() === 'POST' && one.url().endsWith('/files') && one.ok());
    await box.locator('input[type="file"]').setInputFiles({ name: `photo-${shade}.png`, mimeType: 'image/png', buffer: photo(shade) });
    await uploaded; // a form that is sent before waits for its file, and nobody clicks again
    return box.getByRole('button', { name: `photo-${shade}.png` }).waitFor();
  }
  if (kind === 'instant') {
    await box.locator('input').nth(0).fill(value.slice(0, 10));
    return box.locator('input').nth(1).fill(value.slice(11));
  }
  if (await box.getByRole('radio').count() > 0) return box.getByRole('radio', { name: value, exact: true }).check();
  if (await box.locator('select').count() > 0) return box.locator('select').selectOption({ label: value });
  if (await box.getByRole('combobox').count() > 0) {
    await box.getByRole('combobox').first().fill(value);
    return person.page.getByRole('option').filter({ hasText: value }).first().click();
  }
  return box.locator('textarea, input').first().fill(value);
}

// Lists that belong together are lines of one table: a line for each, a cell for each list.
async function fillTable(person, root, form, lists) {
  const table = root.locator('fieldset.lines').first();
  const columns = Object.keys(form.properties).filter((name) => name in lists);
  for (let row = 0; row < lists[columns[0]].length; row += 1) {
    if (row > 0) await table.getByRole('button', { name: control('field.add_line', person.language).name }).click();
    for (const [c, name] of columns.entries()) await give(person, table.locator('.line').nth(row).locator('.cell').nth(c), form.properties[name], lists[name][row]);
  }
}

async function fill(person, root, form, inputs) {
  const lists = Object.fromEntries(Object.entries(inputs).filter(([, value]) => Array.isArray(value)));
  if (Object.keys(lists).length > 0) await fillTable(person, root, form, lists);
  for (const [name, value] of Object.entries(inputs).filter(([, one]) => !Array.isArray(one))) {
    const property = form.properties[name];
    assert.ok(property, `the form asks for ${name}; it has ${Object.keys(form.properties).join(', ')}`);
    const box = root.locator('.field').filter({ has: person.page.locator(':scope > .label', { hasText: new RegExp(`^\\s*${escaped(property.title)}`) }) }).first();
    await box.waitFor();
    await give(person, box, property, value);
  }
}

// The records on which somebody may do `action` now.
export async function targetsOf(person, number, action) {
  const matter = await offered(person, `/matters/${number}`);
  return (matter.actions.find((one) => one.name === action)?.targets ?? []).map((one) => one.number);
}

// The first matter of that kind in that step which one may see.
export async function find(person, kind, step) {
  const { rows } = await offered(person, `/matters?kind=${kind}&step=${step}`);
  assert.ok(rows.length > 0, `${person.who} sees a ${kind} that is ${step}`);
  return rows[0].number;
}

// Opens a matter of that kind and returns its number.
export async function open(person, kind, inputs, look = '') {
  await person.go(`/new/${kind}`);
  const { opening } = await offered(person, `/procedures/${kind}`);
  const root = person.page.locator('main form');
  await fill(person, root, opening.form, inputs);
  if (look) await person.look(look);
  await root.getByRole('button', { name: opening.label, exact: true }).click();
  await person.page.waitForURL(/\/[mw]\/[^/]+$/);
  return person.page.url().split('/').pop();
}

// Does one action on the matter's page, on its record `record` where it is about one. `to`: the outcome that is chosen, by its name or label.
export async function act(person, number, action, inputs = {}, { record = null, to = '', look = '' } = {}) {
  if (!person.page.url().endsWith(`/m/${number}`)) await person.go(`/m/${number}`);
  await person.the('matter.next').or(person.the('matter.timeline')).first().waitFor();
  const matter = await offered(person, `/matters/${number}`);
  const spec = matter.actions.find((one) => one.name === action);
  assert.ok(spec, `${person.who} may ${action} on ${number}; offered are ${matter.actions.map((one) => one.name).join(', ')}`);
  const bare = person.page.getByRole('button', { name: spec.label, exact: true, includeHidden: true });
  const ofRecord = person.page.getByRole('button', { name: new RegExp(`^${escaped(spec.label)} — .*\\b${record}$`) });
  const button = record !== null && await ofRecord.count() > 0 ? ofRecord : bare; // the only one it can be about stands above
  const done = person.page.waitForResponse((answer) => answer.request().method() === 'POST' && answer.url().endsWith(`/actions/${action}`) && answer.ok());
  done.catch(() => undefined); // whatever goes wrong before is what is told
  await person.uncover(button.first());
  await button.first().click();
  const asks = Object.keys(spec.form.properties).length > 0 || spec.to.length > 1 || spec.danger;
  if (asks) {
    await person.dialog.waitFor();
    if (to !== '') await person.radio(spec.to.find((one) => one.value === to)?.label ?? to);
    await fill(person, person.dialog, spec.form, inputs);
    if (look) await person.look(look);
    await person.dialog.getByRole('button', { name: spec.label, exact: true }).click();
    await person.dialog.waitFor({ state: 'detached' });
  }
  await done;
  await person.page.reload(); // what one offers is read anew: the page itself shows it a moment later
}
