// A neighbour sees the same thing, shows a photo of it and follows the first report instead of telling it again.
import assert from 'node:assert/strict';
import { kClerk, kPlace, report } from './report.mjs';
import { photo } from './photo.mjs';

export async function photoAndJoined(town) {
  const first = await town.sit('first resident', 'zh');
  const { number } = await report(first, '13号楼地下室中水管道漏水');
  const clerk = await town.sit('clerk', 'zh');
  await clerk.logIn(kClerk);
  await clerk.go(`/m/${number}`);
  await clerk.press('report', 'accept');
  await clerk.choose(clerk.word('report', 'field.category'), '中水表损坏'); // a thing: things are shown to neighbours
  await clerk.radio(clerk.word('report', 'choice.general'));
  await clerk.send('report', 'accept');

  const neighbour = await town.sit('neighbour', 'zh', { width: 390, height: 844 });
  const { page } = neighbour;
  await neighbour.go('/report');
  await page.locator('input[type="file"]').setInputFiles({ name: 'leak.png', mimeType: 'image/png', buffer: photo(90) });
  await page.getByRole('img').waitFor();
  await neighbour.the('where.search').fill(kPlace.zh);
  await page.getByRole('option').filter({ hasText: kPlace.zh }).first().click();
  await page.getByRole('button', { name: number }).click();
  await neighbour.look('neighbour-nearby');
  await neighbour.the('report.next').click();
  await neighbour.the('report.next').click(); // nothing need be told again
  await page.getByRole('checkbox').check();
  await neighbour.the('report.send').click();
  await neighbour.the('receipt.another').waitFor();
  await page.getByRole('status').filter({ hasText: '1' }).first().waitFor();
  const [second] = await page.locator('dl dd').allInnerTexts();
  await neighbour.look('neighbour-receipt');

  await clerk.go(`/m/${second}`);
  await clerk.page.getByText(kPlace.zh).first().waitFor(); // the building, not only its grid
  assert.ok(await clerk.page.locator('a[href*="/api/v1/files/"]').count() > 0, 'the photo is in the file');
  await clerk.press('report', 'absorb');
  await clerk.dialog.getByRole('textbox').first().fill(number);
  await clerk.send('report', 'absorb');

  await neighbour.the('receipt.status').first().click();
  await page.getByText(number).first().waitFor();
  await neighbour.look('neighbour-status');
}
