// Desks: a number opens its rows, filters stand in the address, what is written wrongly is refused, and all of it is live.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { report } from './report.mjs';

const kCoordinator = 'district-centre.coordinator';

async function openDesk(person) {
  await person.the('nav.desks').click();
  await person.page.waitForURL('**/desk/district');
}
const rowsOf = (person, number) => person.page.getByRole('table').getByText(number);

export async function numbersOpenTheirRows(town) {
  const resident = await town.sit('resident', 'en');
  const { number } = await report(resident, 'The swing in the yard is broken');
  const officer = await town.sit('officer', 'en');
  await officer.logIn(kCoordinator);
  await openDesk(officer);
  const reported = officer.page.getByRole('link', { name: /^Reported: \d+, open the rows$/ }).first();
  await reported.waitFor();
  await officer.look('desk-en');
  const counted = Number(await reported.textContent());
  await reported.click();
  await officer.page.waitForURL((url) => url.pathname === '/desk/district/by_step' && url.searchParams.get('as') === 'list' && url.searchParams.get('where') === "step == 'reported'");
  await rowsOf(officer, number).waitFor();
  assert.equal(await officer.page.getByRole('row').count(), counted + 1, 'as many rows as were counted, and the heading');
  await officer.look('desk-rows-en');

  // The address is the whole state.
  await officer.page.reload();
  await rowsOf(officer, number).waitFor();
  const saved = officer.page.waitForEvent('download');
  await officer.the('desk.export_csv').click();
  const file = await saved;
  const lines = (await readFile(await file.path(), 'utf8')).trim().split(/\r?\n/);
  assert.equal(lines.length, counted + 1, 'the file holds the rows that were counted');
  assert.ok(lines.some((line) => line.includes(number)));
  town.figures.push(`${counted} counted, listed and exported`);
}

export async function filtersByKeyboard(town) {
  const resident = await town.sit('resident', 'zh');
  const { number } = await report(resident, '长椅松动');
  const officer = await town.sit('officer', 'zh');
  await officer.logIn(kCoordinator);
  await officer.go('/desk/district/open_reports');
  await rowsOf(officer, number).waitFor();
  const keys = officer.page.keyboard;
  await officer.the('desk.add').focus();
  await keys.press('Enter');
  await officer.the('desk.column').waitFor();
  await officer.the('desk.column').selectOption('step');
  await officer.the('desk.put').click();
  await officer.page.getByText('请填写或选择一个值').waitFor();
  await officer.the('desk.values').getByLabel(officer.word('report', 'step.accepted'), { exact: true }).check();
  await keys.press('Enter');
  await officer.page.waitForURL((url) => url.searchParams.get('where') === "step in ['accepted']");
  await rowsOf(officer, number).waitFor({ state: 'detached' });
  await officer.look('desk-filtered-zh');
  const remove = officer.page.getByRole('button', { name: /^移除 环节/ });
  await remove.focus();
  await keys.press('Enter');
  await rowsOf(officer, number).waitFor();
  assert.equal(new URL(officer.page.url()).search, '');
  await officer.page.goBack();
  await remove.waitFor();
}

export async function conditionsAreRefused(town) {
  const officer = await town.sit('officer', 'zh');
  await officer.logIn(kCoordinator);
  await officer.go('/desk/district/open_reports');
  await officer.page.getByText('直接写条件', { exact: true }).click();
  const write = async (condition) => {
    await officer.the('desk.condition').fill(condition);
    await officer.the('desk.apply').click();
  };
  // A name goes nowhere, not even to the server.
  await write("owner == '张某某'");
  await officer.page.getByText('不能写名称').last().waitFor();
  assert.equal(new URL(officer.page.url()).search, '');
  const answered = officer.page.waitForResponse((one) => one.url().includes('/views/') && one.status() >= 400);
  await write('colour < today');
  const { error } = await (await answered).json();
  await officer.page.getByText(error.message).waitFor();
  assert.equal(await officer.the('desk.condition').inputValue(), 'colour < today', 'what was typed stays');
  await officer.look('desk-refused-zh');
  await write('due > days_ago(30) and not final');
  await officer.page.getByRole('button', { name: /^移除 到期/ }).waitFor();
}

export async function aDeskIsLive(town) {
  const officer = await town.sit('officer', 'en', { width: 390, height: 844 });
  await officer.logIn(kCoordinator);
  await officer.go('/desk/district');
  await officer.page.getByText('Live', { exact: true }).waitFor();
  await officer.page.waitForFunction(() => {
    const views = [...document.querySelectorAll('.view')];
    return views.length > 0 && views.every((view) => view.getAttribute('aria-busy') !== 'true');
  });
  const reported = officer.page.getByRole('link', { name: /^Reported: \d+, open the rows$/ }).first();
  const before = (await reported.count()) === 0 ? 0 : Number(await reported.textContent());
  const resident = await town.sit('resident', 'en');
  const began = Date.now();
  await report(resident, 'The gate does not close');
  // Counted at once; whether its row is among the first that the desk has room for depends on what else is open.
  await officer.page.getByRole('link', { name: `Reported: ${before + 1}, open the rows`, exact: true }).first().waitFor();
  town.figures.push(`seen on the desk ${((Date.now() - began) / 1000).toFixed(1)} s after the report was begun`);
  await officer.look('desk-phone-en');
}

// Shares carry their formula and both numbers open; a forecast says how it was made and by how much it was wrong.
export async function ratesAndTimes(town) {
  for (const [language, size] of [['zh', {}], ['en', { width: 390, height: 844 }]]) {
    const officer = await town.sit(`officer ${language}`, language, size);
    await officer.logIn(kCoordinator);
    await officer.go('/desk/figures');
    const zh = language === 'zh';
    await officer.page.getByText(zh ? '公式（2026-11 版）：' : 'Formula (version 2026-11):').first().waitFor();
    await officer.page.getByText(zh ? /最近十二个月逐月回测/ : /tried on each of the last twelve months/).waitFor();
    await officer.page.waitForFunction(() => [...document.querySelectorAll('.view')].every((view) => view.getAttribute('aria-busy') !== 'true'));
    await officer.look(`figures-${language}`);
    const part = officer.page.getByRole('link', { name: zh ? /^响应率, 其中：\d+，查看明细$/ : /^Response rate, of them: \d+, open the rows$/ });
    const counted = Number(await part.textContent());
    await part.click();
    await officer.page.waitForURL((url) => url.searchParams.get('as') === 'list' && url.searchParams.get('where') === '(known(did.accept) or known(did.settle) or known(did.absorb))');
    if (counted > 0) await officer.page.getByText(zh ? `共 ${counted} 条` : counted === 1 ? '1 row' : `${counted} rows`).first().waitFor();
    await officer.go('/desk/figures/grids');
    await officer.page.getByRole('link', { name: zh ? '挂甲寺街道, 微网格：1,661，查看明细' : 'Guajiasi Subdistrict, micro-grid: 1,661, open the rows' }).waitFor();
    await officer.look(`figures-grids-${language}`);
    await officer.go('/desk/figures/lowest_level');
    await officer.page.locator('.funnel').waitFor();
    await officer.look(`figures-funnel-${language}`);
  }
}
