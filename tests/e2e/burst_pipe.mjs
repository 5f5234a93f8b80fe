// Story 1: the reclaimed-water pipe of building 13 has burst, and both companies say it is the other's.
// Two browsers matter most here: what the clerk does, the water company sees within two seconds without touching
// anything, and the other way round.
import assert from 'node:assert/strict';
import { photo } from './photo.mjs';
import { kClerk, report } from './report.mjs';

const kSeenWithin = 2_000; // ms, from the press in one browser to the words in the other
const kWhat = '13号楼中水管道爆裂，整栋楼没有中水';
const kQuestion = '谁来修13号楼的中水管道';
const kCompany = { property: '惠众物业公司（示例）', water: { zh: '中水公司（示例）', en: 'eclaimed' } };

// Does `act` and waits until `seen` shows elsewhere; the time between is the figure.
async function live(town, name, act, seen) {
  const began = performance.now();
  const [, shown] = await Promise.all([act(), seen.waitFor({ timeout: 15_000 }).then(() => performance.now())]);
  const took = shown - began;
  town.figures.push(`${name} seen after ${Math.round(took)} ms`);
  assert.ok(took <= kSeenWithin, `${name} was seen after ${Math.round(took)} ms`);
}

async function acceptAndCheck(clerk, number) {
  await clerk.page.getByRole('link', { name: kWhat }).click();
  await clerk.the('matter.next').waitFor();
  assert.ok(clerk.page.url().endsWith(`/m/${number}`));
  await clerk.look('clerk-matter-reported');
  await clerk.press('report', 'accept');
  await clerk.choose(clerk.word('report', 'field.category'), '小区内中水管道');
  await clerk.radio(clerk.word('report', 'choice.urgent'));
  await clerk.look('clerk-accept-dialog');
  await clerk.send('report', 'accept');
  await clerk.press('report', 'check_fund');
  await clerk.page.getByText(clerk.word('report', 'facts.fund')).first().waitFor();
}

async function fillWhistle(clerk) {
  await clerk.press('report', 'blow_whistle');
  await clerk.field(clerk.word('whistle', 'field.question')).fill(kQuestion);
  await clerk.radio(clerk.word('whistle', 'choice.urgent'));
  for (const [n, name] of [[1, kCompany.property], [2, kCompany.water.zh]]) {
    if (n > 1) await clerk.within('field.add_line').click();
    const line = clerk.within('field.line', { n });
    await line.getByRole('combobox').first().fill(name);
    await clerk.page.getByRole('option').filter({ hasText: name }).first().click();
  }
  await clerk.look('clerk-whistle-dialog');
}

async function planLine(clerk, unit, gives, what) {
  await clerk.press('whistle', 'propose_item');
  await clerk.choose(clerk.word('whistle', 'record.item.field.unit'), unit);
  await clerk.radio(clerk.word('whistle', `choice.${gives}`));
  await clerk.field(clerk.word('whistle', 'record.item.field.what')).fill(what);
  const day = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
  await clerk.within('field.date').fill(day);
  await clerk.within('field.time').fill('18:00');
  await clerk.send('whistle', 'propose_item');
}

function stepOfLine(person, step) {
  return person.page.getByRole('table').getByText(person.word('whistle', `record.item.step.${step}`), { exact: true });
}

// One line of the plan is done, with a photo as proof.
async function finish(person, about, shade, words) {
  await person.press('whistle', 'finish_item', about);
  await person.dialog.locator('input[type="file"]').setInputFiles({ name: `photo-${shade}.png`, mimeType: 'image/png', buffer: photo(shade) });
  await person.dialog.getByRole('button', { name: `photo-${shade}.png` }).waitFor();
  await person.field(person.word('whistle', 'input.words')).fill(words);
  await person.look(`finish-dialog-${shade}`);
  await person.send('whistle', 'finish_item');
}

async function withWords(person, kind, action, about, words, outcome = '') {
  await person.press(kind, action, about);
  if (outcome) await person.radio(outcome);
  await person.dialog.getByRole('textbox').first().fill(words);
  await person.send(kind, action);
}

export async function burstPipe(town) {
  const resident = await town.sit('resident', 'zh', { width: 390, height: 844 });
  const { number, code } = await report(resident, kWhat, { look: 'resident' });

  const clerk = await town.sit('clerk', 'zh');
  await clerk.logIn(kClerk);
  await clerk.the('inbox.list').getByText(number).waitFor();
  await clerk.look('clerk-inbox');
  await acceptAndCheck(clerk, number);

  const water = await town.sit('water company', 'en');
  await water.logIn('reclaimed-water-company.liaison');
  await water.look('water-inbox-empty');
  await fillWhistle(clerk);
  const arrived = water.page.getByRole('link', { name: kQuestion });
  await live(town, 'the whistle', () => clerk.send('report', 'blow_whistle'), arrived);
  await water.look('water-inbox-called');
  await arrived.click();
  await water.the('matter.room').click();
  await water.the('room.calls').waitFor();
  const whistle = water.page.url().split('/').pop();

  // The property company comes; the water company refuses and the district rules.
  const property = await town.sit('property company', 'zh');
  await property.logIn('property-huizhong.liaison');
  await property.go(`/w/${whistle}`);
  await property.press('whistle', 'report_in', kCompany.property);
  await property.field(property.word('whistle', 'input.words')).fill('已到现场');
  const reportedIn = water.page.locator('li').filter({ hasText: 'Huizhong Property' }).getByText(water.word('whistle', 'record.call.step.reported_in'), { exact: true });
  await live(town, 'reporting in', () => property.send('whistle', 'report_in'), reportedIn);

  const own = water.page.getByRole('heading', { level: 3 }).filter({ hasText: kCompany.water.en });
  const waterName = await own.innerText();
  await water.press('whistle', 'refuse', waterName);
  await water.field(water.word('whistle', 'record.call.field.reason')).fill('Not our pipe');
  await water.field(water.word('whistle', 'record.call.field.legal_basis')).fill('Contract, section 3');
  await water.send('whistle', 'refuse');

  const district = await town.sit('district', 'zh');
  await district.logIn('district-centre.coordinator');
  await district.go(`/w/${whistle}`);
  await district.page.getByRole('heading', { level: 3 }).first().waitFor();
  const waterZh = await district.page.getByRole('heading', { level: 3 }).filter({ hasText: kCompany.water.zh }).first().innerText();
  await district.press('whistle', 'rule', waterZh);
  await district.radio(district.word('whistle', 'record.call.step.designated'));
  await district.field(district.word('whistle', 'input.ruling_reason')).fill('管道输送的是它的水');
  await district.look('district-rule-dialog');
  await live(town, 'the ruling', () => district.send('whistle', 'rule'),
    water.page.getByRole('button', { name: `${water.word('whistle', 'action.report_in.label')} — ${waterName}` }));
  await district.look('district-room');
  await withWords(water, 'whistle', 'report_in', waterName, 'On site');

  // One plan: who gives what.
  await clerk.go(`/w/${whistle}`);
  await planLine(clerk, kCompany.property, 'materials', '水管');
  await planLine(clerk, kCompany.water.zh, 'labour', '铺管');
  await clerk.look('clerk-room-plan');
  await property.press('whistle', 'agree_item', `${kCompany.property} 水管`);
  await stepOfLine(water, 'agreed').first().waitFor(); // signing what one has not seen is refused
  await water.press('whistle', 'agree_item', `${waterName} 铺管`);
  await stepOfLine(clerk, 'agreed').nth(1).waitFor();
  await clerk.press('whistle', 'start_work');
  await clerk.choose(clerk.word('whistle', 'field.lead'), kCompany.water.zh);
  await live(town, 'the start of work', () => clerk.send('whistle', 'start_work'),
    water.page.getByRole('button', { name: `${water.word('whistle', 'action.finish_item.label')} — ${waterName} 铺管` }));

  await finish(property, `${kCompany.property} 水管`, 10, '水管已到现场');
  await stepOfLine(water, 'done').first().waitFor();
  await finish(water, `${waterName} 铺管`, 200, 'Pipe laid, floor dry');
  await stepOfLine(clerk, 'done').nth(1).waitFor();
  await withWords(clerk, 'whistle', 'verify_item', `${kCompany.property} 水管`, '看过了', clerk.word('whistle', 'action.verify_item.to.verified'));
  await stepOfLine(clerk, 'verified').first().waitFor();
  await withWords(clerk, 'whistle', 'verify_item', `${waterZh} 铺管`, '看过了', clerk.word('whistle', 'action.verify_item.to.verified'));
  await clerk.page.getByText(clerk.word('whistle', 'step.awaiting_call_back'), { exact: true }).first().waitFor();
  await clerk.look('clerk-room-done');

  // The resident is asked, and it is closed.
  await clerk.go(`/m/${number}`);
  await clerk.press('report', 'call_back');
  await withWords(clerk, 'report', 'record_answer', '', '通水了', clerk.word('report', 'record.call_back.step.solved'));
  await clerk.press('report', 'close');
  await clerk.page.getByText(clerk.word('report', 'step.closed'), { exact: true }).first().waitFor();
  await clerk.look('clerk-matter-closed');
  await water.page.getByText(water.word('whistle', 'step.closed'), { exact: true }).first().waitFor();
  await water.look('water-room-closed');

  await resident.the('receipt.status').first().click();
  assert.equal(await resident.the('receipt.number').inputValue(), number);
  assert.equal(await resident.the('receipt.code').inputValue(), code);
  await resident.page.getByText(`${number} · ${resident.word('report', 'step.closed')}`).waitFor();
  await resident.look('resident-status-closed');
  for (const one of [resident, clerk, water, property, district]) {
    assert.deepEqual(one.refusals.filter((each) => !each.endsWith('/session')), [], `${one.who}: nothing was refused`);
  }
}
