// Without a network: what was filled in waits on the device, the pages open all the same, and when the network is back the deed is done, once. What
// has changed meanwhile is looked at again; whoever logs out leaves nothing behind.
// rows: 59 page: /outbox
import assert from 'node:assert/strict';
import { control } from './names.mjs';
import { kClerk, report } from './report.mjs';

const kOther = 'district-centre.coordinator';

async function pagesAreKept(person) {
  await person.page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (!(await caches.match('/manifest.json'))) await new Promise((next) => setTimeout(next, 50));
  });
}
// Sends the open form without a network and lets it wait.
async function keep(person, kind, action) {
  await person.context.setOffline(true);
  await person.dialog.getByRole('button', { name: person.word(kind, `action.${action}.label`), exact: true }).click();
  await person.within('outbox.keep').waitFor();
}
async function kept(person) {
  await person.within('outbox.keep').click();
  await person.dialog.waitFor({ state: 'detached' });
}
// One of the buttons on a card of the outbox; what it is about follows its name.
const onCard = (person, key) => person.page.getByRole('button', { name: new RegExp(`^${control(key, person.language).name}`) });
// Acts as `person` by the interface, behind the back of whoever has a page open.
function act(person, number, action, input) {
  return person.page.evaluate(async ([matter, name, given]) => {
    const { csrf } = await (await fetch('/api/v1/session')).json();
    const headers = { 'Content-Type': 'application/json', 'X-CSRF-Token': csrf, 'Idempotency-Key': `e2e-${matter}-${name}` };
    const answer = await fetch(`/api/v1/matters/${matter}/actions/${name}`, { method: 'POST', headers, body: JSON.stringify({ input: given }) });
    return `${answer.status} ${answer.ok ? '' : await answer.text()}`;
  }, [number, action, input]);
}

export async function withoutANetwork(town) {
  const resident = await town.sit('resident', 'zh');
  const { number } = await report(resident, '灯杆倾斜');
  const clerk = await town.sit('clerk', 'zh', { keepsPages: true, width: 390, height: 844 });
  await clerk.logIn(kClerk);
  await clerk.go(`/m/${number}`);
  await clerk.the('matter.next').waitFor();
  await pagesAreKept(clerk);
  await clerk.press('report', 'accept');
  await clerk.choose(clerk.word('report', 'field.category'), '路灯不亮');
  await clerk.radio(clerk.word('report', 'choice.simple'));
  await keep(clerk, 'report', 'accept');
  await clerk.look('offline-offer');
  await kept(clerk);

  // The page is closed and opened again, still without a network: nobody can say who is there, so nothing of it is shown.
  await clerk.go('/inbox');
  await clerk.the('outbox.send').waitFor();
  await clerk.text('现在连不上服务器').waitFor();
  assert.equal(await clerk.text(number).count(), 0, 'shown to its author only');
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

export async function changedMeanwhile(town) {
  const resident = await town.sit('resident', 'en');
  const { number } = await report(resident, 'The lamp post leans');
  const clerk = await town.sit('clerk', 'en', { keepsPages: true });
  await clerk.logIn(kClerk);
  await clerk.go(`/m/${number}`);
  await clerk.press('report', 'accept');
  await clerk.choose(clerk.word('report', 'field.category'), 'Dark street lamp');
  await clerk.radio(clerk.word('report', 'choice.simple'));
  await clerk.send('report', 'accept');
  await pagesAreKept(clerk);
  await clerk.press('report', 'dispatch');
  await clerk.choose(clerk.word('report', 'field.unit'), 'Huizhong');
  await clerk.field(clerk.word('report', 'input.remark')).fill('Bring a ladder');
  await keep(clerk, 'report', 'dispatch');
  await kept(clerk);

  const other = await town.sit('another clerk', 'en');
  await other.logIn(kClerk);
  const answer = await act(other, number, 'try_to_agree', { 'attempt.level': 'community', 'attempt.with': 'everybody on the stairs' });
  assert.match(answer, /^2/);

  const refused = clerk.page.waitForResponse((one) => one.url().endsWith('/actions/dispatch'));
  await clerk.context.setOffline(false);
  assert.equal((await (await refused).json()).error.code, 'out_of_date');
  await clerk.go('/outbox');
  await clerk.text('The matter has changed since you looked').waitFor();
  await clerk.text('Bring a ladder').waitFor();
  await clerk.look('outbox-refused');
  await onCard(clerk, 'outbox.mend').click();
  const remark = clerk.field(clerk.word('report', 'input.remark'));
  assert.equal(await remark.inputValue(), 'Bring a ladder');
  await remark.fill('Bring a ladder and a lamp');
  await clerk.look('outbox-mend');
  await clerk.send('report', 'dispatch');
  await clerk.text('Nothing waits to be sent').waitFor();
  await clerk.go(`/m/${number}`);
  await clerk.page.getByText('Bring a ladder and a lamp').first().waitFor();
}

export async function nothingLeftBehind(town) {
  const resident = await town.sit('resident', 'en');
  const { number } = await report(resident, 'The stairs are dark');
  const clerk = await town.sit('clerk', 'en', { keepsPages: true });
  await clerk.logIn(kClerk);
  await clerk.go(`/m/${number}`);
  await clerk.the('matter.next').waitFor();
  await pagesAreKept(clerk);
  await clerk.press('report', 'accept');
  await clerk.choose(clerk.word('report', 'field.category'), 'Dark street lamp');
  await clerk.radio(clerk.word('report', 'choice.simple'));
  await keep(clerk, 'report', 'accept');
  await kept(clerk);

  await clerk.the('nav.log_out').click();
  await clerk.within('outbox.leave_send').click();
  await clerk.dialog.getByText('Not everything could be sent: 1 left').waitFor(); // still no network
  await clerk.look('outbox-leave');
  await clerk.page.route('**/actions/*', (request) => request.abort()); // a network that does not reach: it would be sent by itself
  await clerk.context.setOffline(false);
  await clerk.within('outbox.leave_delete').click();
  await clerk.the('login.submit').waitFor();
  await clerk.go('/outbox');
  await clerk.text('Log in to see what waits here').waitFor();
  assert.equal(await clerk.text(number).count(), 0);
  await clerk.look('outbox-nobody');

  const left = () => clerk.page.evaluate(() => new Promise((done) => {
    const asked = indexedDB.open('shaoyin');
    asked.onsuccess = () => { asked.result.transaction('outbox').objectStore('outbox').count().onsuccess = (event) => { asked.result.close(); done(event.target.result); }; };
  }));
  assert.equal(await left(), 0, 'nothing lies on the device');
  await clerk.logIn(kOther);
  await clerk.go('/outbox');
  await clerk.text('Nothing waits to be sent').waitFor();
}
