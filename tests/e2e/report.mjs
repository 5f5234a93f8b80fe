// A resident's report, as every story needs one: photo and place, words, how to answer.
import assert from 'node:assert/strict';

export const kPlace = { zh: '惠众家园13号楼', en: 'Huizhong Jiayuan, building 13' };
export const kClerk = 'community-huizhongjiayuan.clerk';
export const kStepsMax = 4; // presses of a button until it is sent

// Reports as `resident` and returns { number, code }.
export async function report(resident, what, { look = '' } = {}) {
  const { page, language } = resident;
  let presses = 0;
  const press = async (key) => { presses += 1; await resident.the(key).click(); };
  await resident.go('/');
  if (look) await resident.look(`${look}-home`);
  await press('home.report');
  await resident.the('where.search').fill(kPlace[language]);
  await page.getByRole('option').filter({ hasText: kPlace[language] }).first().click();
  if (look) await resident.look(`${look}-report-where`);
  await press('report.next');
  await resident.the('report.what').fill(what);
  if (look) await resident.look(`${look}-report-what`);
  await press('report.next');
  await page.getByRole('checkbox').check();
  if (look) await resident.look(`${look}-report-contact`);
  await press('report.send');
  await resident.the('receipt.another').waitFor();
  if (look) await resident.look(`${look}-receipt`);
  assert.ok(presses <= kStepsMax, `${presses} presses`);
  const answers = await page.locator('dl dd').allInnerTexts();
  assert.equal(answers.length, 4, 'number, code, owner and by when');
  assert.ok(answers.every((text) => text.trim() !== ''), `all four are said: ${answers}`);
  return { number: answers[0], code: answers[1], owner: answers[2] };
}
