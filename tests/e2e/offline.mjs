// Without a network: what was filled in waits on the device, the pages open all the same, and when the network is back the deed is done, once.
// rows: 59 page: /outbox
import assert from 'node:assert/strict';
import { kClerk, report } from './report.mjs';

export async function withoutANetwork(town) {
  const resident = await town.sit('resident', 'zh');
  const { number } = await report(resident, '灯杆倾斜');
  const clerk = await town.sit('clerk', 'zh', { keepsPages: true, width: 390, height: 844 });
  await clerk.logIn(kClerk);
  await clerk.go(`/m/${number}`);
  await clerk.the('matter.next').waitFor();
  await clerk.page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while ((await caches.keys()).length === 0 || !(await caches.match('/index.html'))) await new Promise((next) => setTimeout(next, 50));
  });
  await clerk.press('report', 'accept');
  await clerk.choose(clerk.word('report', 'field.category'), '路灯不亮');
  await clerk.radio(clerk.word('report', 'choice.simple'));

  await clerk.context.setOffline(true);
  await clerk.dialog.getByRole('button', { name: clerk.word('report', 'action.accept.label'), exact: true }).click();
  await clerk.within('outbox.keep').waitFor();
  await clerk.look('offline-offer');
  await clerk.within('outbox.keep').click();
  await clerk.dialog.waitFor({ state: 'detached' });

  // The page is closed and opened again, still without a network.
  await clerk.go('/inbox');
  await clerk.the('outbox.send').waitFor();
  await clerk.text(number).waitFor();
  await clerk.look('offline-outbox');
  assert.equal(new URL(clerk.page.url()).pathname, '/outbox');

  await clerk.context.setOffline(false);
  const sent = clerk.page.waitForResponse((answer) => answer.url().endsWith('/actions/accept') && answer.ok());
  await clerk.the('outbox.send').click();
  await sent;
  await clerk.text('没有待发送的内容').waitFor();
  await clerk.go(`/m/${number}`);
  await clerk.button(clerk.word('report', 'action.dispatch.label')).waitFor();
  const done = await clerk.page.evaluate(async (matter) => (await (await fetch(`/api/v1/matters/${matter}/timeline`)).json()).entries.filter((one) => one.kind === 'acted' && one.sentence.includes('受理')).length, number);
  assert.equal(done, 1, 'accepted once');
}
