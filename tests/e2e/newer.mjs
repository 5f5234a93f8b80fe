// The server has a newer build while a page is open: a part that the page reads later is gone. The page says so and stays as it is.
import assert from 'node:assert/strict';
import { kClerk } from './report.mjs';

export async function aNewBuild(town) {
  const clerk = await town.sit('clerk', 'en');
  await clerk.logIn(kClerk);
  await clerk.the('inbox.search').fill('lamp');
  await clerk.page.route('**/assets/ShortcutSheet*.js', (request) => request.fulfill({ status: 404 }));
  let loads = 0;
  clerk.page.on('load', () => { loads += 1; });
  await clerk.the('nav.keys').click();
  const reload = clerk.the('common.reload');
  await reload.waitFor();
  clerk.faults.splice(0); // that the part is missing stands in the browser's log, as it should
  await clerk.look('newer-build');
  assert.equal(await clerk.the('inbox.search').inputValue(), 'lamp');
  assert.equal(loads, 0, 'nothing reloads by itself');
  const loaded = clerk.page.waitForEvent('load');
  await reload.click();
  await loaded;
  await clerk.the('inbox.find').waitFor();
}
