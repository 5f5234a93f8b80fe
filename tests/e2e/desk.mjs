// Smaller stories: the keyboard, the phone, a refusal, a page that is out of date.
import assert from 'node:assert/strict';
import { photo } from './photo.mjs';
import { kClerk, report } from './report.mjs';

// Nothing but keys: j and k move, Enter opens, a accepts, Tab walks the form.
export async function keyboardTriage(town) {
  const resident = await town.sit('resident', 'en');
  const numbers = [];
  for (const what of ['A lamp is out at the gate', 'The lamp by the stairs is dark']) numbers.push((await report(resident, what)).number);

  const clerk = await town.sit('clerk', 'en');
  await clerk.logIn(kClerk);
  for (const number of numbers) await clerk.the('inbox.list').getByText(number).waitFor();
  const keys = clerk.page.keyboard;
  const focused = () => clerk.page.evaluate(() => document.activeElement?.closest('[data-number]')?.dataset.number ?? '');
  const find = async (number) => {
    const rows = await clerk.the('inbox.list').getByRole('checkbox').count();
    for (let i = 0; i < rows; i += 1) await keys.press('k');
    for (let i = 0; i < rows && (await focused()) !== number; i += 1) await keys.press('j');
    assert.equal(await focused(), number);
  };
  for (const number of numbers) {
    await find(number);
    await keys.press('a');
    const category = clerk.dialog.getByRole('combobox', { name: clerk.word('report', 'field.category') });
    await category.waitFor();
    for (let i = 0; i < 6 && !(await category.evaluate((one) => one === document.activeElement)); i += 1) await keys.press('Tab');
    await keys.type('Dark street lamp'); // no ruling routes a lamp by itself, so it stays accepted
    await clerk.page.getByRole('option').first().waitFor();
    await keys.press('Enter');
    await keys.press('Tab');
    await keys.press('Space');
    await keys.press('Enter');
    await clerk.dialog.waitFor({ state: 'detached' });
  }
  await find(numbers[1]);
  await keys.press('Enter');
  await clerk.the('matter.next').waitFor();
  assert.ok(clerk.page.url().endsWith(`/m/${numbers[1]}`));
  for (const number of numbers) {
    await clerk.go(`/m/${number}`);
    await clerk.button(clerk.word('report', 'action.dispatch.label')).waitFor();
  }
  await clerk.look('keyboard-matter-accepted');
}

// Words one searches for may name somebody: they survive a reload and Back, and stand in no address.
export async function searchLeavesNoTrace(town) {
  const resident = await town.sit('resident', 'en');
  const { number } = await report(resident, 'The bench by the pond is broken');
  const clerk = await town.sit('clerk', 'en');
  const asked = [];
  clerk.page.on('request', (request) => asked.push(request.url()));
  await clerk.logIn(kClerk);
  const shows = async (found, words) => {
    await clerk.the('inbox.list').getByText(number)[found ? 'waitFor' : 'isHidden']();
    assert.equal(await clerk.the('inbox.search').inputValue(), words);
    assert.ok(!decodeURIComponent(clerk.page.url()).includes('pond'));
  };
  const search = async (words) => {
    const answered = clerk.page.waitForResponse((one) => one.url().includes('/matters'));
    await clerk.the('inbox.search').fill(words);
    await clerk.the('inbox.find').click();
    await answered;
  };
  await search('pond');
  await shows(true, 'pond');
  await clerk.page.reload();
  await shows(true, 'pond');
  await search('pond nowhere');
  await clerk.page.getByText('No matter fits').first().waitFor();
  await shows(false, 'pond nowhere');
  await clerk.page.goBack();
  await shows(true, 'pond');
  assert.deepEqual(asked.filter((url) => decodeURIComponent(url).includes('pond')), []);
}

export async function onThePhone(town) {
  const small = { width: 390, height: 844 };
  for (const language of ['zh', 'en']) {
    const resident = await town.sit('resident', language, small);
    const { number } = await report(resident, language === 'zh' ? '门口路灯不亮' : 'The lamp at the gate is out', { look: `phone-${language}` });
    await resident.the('receipt.status').first().click();
    await resident.page.getByText(number, { exact: false }).first().waitFor();
    await resident.page.getByText(`${number} · ${resident.word('report', 'step.reported')}`).waitFor();
    await resident.look(`phone-${language}-status`);
    const clerk = await town.sit('clerk', language, small);
    await clerk.logIn(kClerk);
    await clerk.look(`phone-${language}-inbox`);
    await clerk.go(`/m/${number}`);
    await clerk.the('matter.next').waitFor();
    await clerk.look(`phone-${language}-matter`);
  }
}

export async function refusedLogin(town) {
  const { house } = town;
  for (const language of ['zh', 'en']) {
    const clerk = await town.sit('clerk', language);
    await clerk.go('/login');
    await clerk.the('login.login').fill(kClerk);
    await clerk.the('login.password').fill('not-the-password');
    const answered = clerk.page.waitForResponse((one) => one.url() === `${house.address}/api/v1/session` && one.request().method() === 'POST');
    await clerk.the('login.submit').click();
    const { error } = await (await answered).json();
    await clerk.page.getByRole('alert').getByText(error.message).waitFor();
    assert.equal(await clerk.the('login.login').inputValue(), kClerk, 'what was typed stays');
    await clerk.look(`login-refused-${language}`);
  }
}

// The session ends while a form is open: a dialog over the page asks for the password, and what was typed is sent.
export async function sessionEnds(town) {
  for (const language of ['zh', 'en']) {
    const resident = await town.sit('resident', language);
    const { number } = await report(resident, language === 'zh' ? '长椅坏了' : 'The bench is broken');
    const clerk = await town.sit('clerk', language);
    await clerk.logIn(kClerk);
    await clerk.page.route('**/api/v1/feed*', (request) => request.abort()); // no news meanwhile: only what is sent finds out
    await clerk.go(`/m/${number}`);
    await clerk.press('report', 'settle');
    const label = clerk.word('report', 'input.words');
    const words = language === 'zh' ? '已经修好，螺丝全部换新' : 'Mended, all screws are new';
    await clerk.field(label).fill(words);
    const uploaded = clerk.page.waitForResponse((one) => one.url().endsWith('/api/v1/files') && one.ok());
    await clerk.dialog.locator('input[type="file"]').last().setInputFiles({ name: 'bench.png', mimeType: 'image/png', buffer: photo(40) });
    await clerk.dialog.getByRole('button', { name: 'bench.png' }).waitFor();
    await uploaded;
    await clerk.context.clearCookies();
    await clerk.dialog.getByRole('button', { name: clerk.word('report', 'action.settle.label'), exact: true }).click();
    const again = clerk.page.getByRole('dialog').filter({ has: clerk.the('login.password') });
    await again.waitFor();
    await clerk.look(`session-ended-${language}`);
    await clerk.page.keyboard.press('Escape');
    await again.waitFor({ state: 'detached' });
    assert.equal(await clerk.field(label).inputValue(), words, 'closing the dialog loses nothing');
    await clerk.dialog.getByRole('button', { name: clerk.word('report', 'action.settle.label'), exact: true }).click();
    await clerk.the('login.login').fill(kClerk);
    await clerk.the('login.password').fill(town.house.password);
    await clerk.the('login.submit').click();
    await clerk.dialog.waitFor({ state: 'detached' });
    await clerk.page.getByText(clerk.word('report', 'step.awaiting_call_back')).first().waitFor();
  }
}

// Somebody else acted while the form was open and the live feed was away.
export async function stalePage(town) {
  const resident = await town.sit('resident', 'zh');
  const { number } = await report(resident, '井盖松动');
  const late = await town.sit('late clerk', 'zh');
  await late.logIn(kClerk);
  await late.page.route('**/api/v1/feed*', (request) => request.abort());
  await late.go(`/m/${number}`);
  await late.press('report', 'accept');
  await late.choose(late.word('report', 'field.category'), '小区内中水管道');
  await late.radio(late.word('report', 'choice.urgent'));

  const quick = await town.sit('quick clerk', 'zh');
  await quick.logIn(kClerk);
  await quick.go(`/m/${number}`);
  await quick.press('report', 'accept');
  await quick.choose(quick.word('report', 'field.category'), '小区内中水管道');
  await quick.radio(quick.word('report', 'choice.urgent'));
  await quick.send('report', 'accept');

  const answered = late.page.waitForResponse((one) => one.request().method() === 'POST' && one.url().includes('/accept'));
  await late.dialog.getByRole('button', { name: late.word('report', 'action.accept.label'), exact: true }).click();
  const answer = await answered;
  assert.ok(answer.status() >= 400 && answer.status() < 500, `refused, not ${answer.status()}`);
  const { error } = await answer.json();
  await late.dialog.getByText(error.message).waitFor();
  town.figures.push(`${answer.status()} ${error.code}: ${error.message}`);
  await late.look('stale-dialog');
}
