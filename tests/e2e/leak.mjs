// Story 4 of the page: a flat under a blocked drain. Consent first; law explained, the studio, two consultations from different angles on one file;
// more than ten visits, each as easy as the first; two lines kept with proof. Whoever is not named in the file finds no such file.
// rows: 30, 33, 36, 38 page: /m/{number}
import assert from 'node:assert/strict';
import { act, open } from './hands.mjs';

const kMediator = 'community-longdouhuayuan.mediator', kSecond = 'community-longdouhuayuan.clerk';
const kVisits = 11;
const day = (ahead) => `${new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10)} 18:00`;

export async function leakFromAbove(town) {
  const mediator = await town.sit('mediator', 'zh');
  await mediator.logIn(kMediator);
  const said = (key) => mediator.word('dispute', key);
  const number = await open(mediator, 'dispute', {
    place: '龙都花园2号楼', 'field.what': '楼上阳台杂物堵住排水口，水漏进楼下', 'field.category': '排水', 'field.mediator': '郑样例', 
  }, 'dispute-open');
  await act(mediator, number, 'name_side', { 'side.role': said('choice.applicant'), 'side.name': '刘阿姨', 'side.phone': '13800000001' });
  await act(mediator, number, 'name_side', { 'side.role': said('choice.other_party'), 'side.name': '李某', 'side.phone': '13800000002' });
  await mediator.button(said('action.plan_sitting.label')).waitFor({ state: 'detached' }); // nothing before both have agreed

  // Somebody of another unit finds nothing: not by number, not in a list.
  const stranger = await town.sit('stranger', 'en');
  await stranger.logIn('community-huizhongjiayuan.clerk');
  await stranger.go(`/m/${number}`);
  await stranger.page.getByRole('alert').first().waitFor();
  await stranger.go('/inbox?kind=dispute');
  await stranger.page.locator('section.list[aria-busy="false"]').waitFor();
  assert.equal(await stranger.page.getByText(number).count(), 0);
  stranger.refusals.length = 0;

  for (const side of [1, 2]) await act(mediator, number, 'answer_consent', { 'side.how': said('choice.signed'), evidence: 'photo' }, { record: side, to: said('record.side.step.consented') });
  for (const side of [1, 2]) await act(mediator, number, 'record_wish', { 'consent.covers': said('choice.visit'), 'consent.answer': said('choice.agreed'), evidence: 'photo' }, { record: side });
  for (let visit = 1; visit <= kVisits; visit += 1) {
    await act(mediator, number, 'visit', { 'visit.agreed': said('choice.at_the_door'), 'visit.facts': `第${visit}次上门，地漏仍堵` }, { record: 2, look: visit === kVisits ? 'dispute-visit-11' : '' });
  }
  await act(mediator, number, 'explain_law', { 'publicity.angle': '民法典第290条、第296条：相邻排水与用水' });
  for (const side of [1, 2]) await act(mediator, number, 'record_wish', { 'consent.covers': said('choice.advice'), 'consent.answer': said('choice.agreed'), evidence: 'photo' }, { record: side });
  await act(mediator, number, 'ask_consult', { 'consult.by': '华样例', 'consult.angle': '谁来修' });
  await act(mediator, number, 'ask_consult', { 'consult.by': '严样例', 'consult.angle': '杂物造成的损失怎么算' });
  for (const [login, record, opinion] of [['justice.officer', 1, '谁造成谁修复'], ['justice.lawyer', 2, '只赔顶面修补的费用']]) {
    const adviser = await town.sit(login, 'zh');
    await adviser.logIn(login);
    await act(adviser, number, 'answer_consult', { 'consult.opinion': opinion }, { record });
    await adviser.context.close();
  }
  await act(mediator, number, 'plan_sitting', { 'sitting.at': day(1) });
  await act(mediator, number, 'hold_sitting', { 'sitting.facts': '地漏被杂物堵住', 'sitting.feelings': '两家都愿意和气', 'sitting.law': '民法典第290条' }, { record: 1 });
  await act(mediator, number, 'agree_line', { 'item.who': '李某', 'item.what': '清理阳台杂物', 'item.by': day(7) });
  await act(mediator, number, 'agree_line', { 'item.who': '李某', 'item.what': '修好漏水处', 'item.by': day(20) });
  await act(mediator, number, 'conclude', { evidence: 'photo' });
  const second = await town.sit('second mediator', 'zh');
  await second.logIn(kSecond);
  for (const line of [1, 2]) {
    await act(mediator, number, 'keep_line', { evidence: 'photo' }, { record: line });
    await act(second, number, 'verify_line', { words: '现场看过' }, { record: line, to: said('record.item.step.verified') });
  }
  await act(mediator, number, 'follow_up', { 'follow_up.kept': mediator.language === 'zh' ? '是' : 'Yes' });
  await act(mediator, number, 'archive');
  await mediator.look('dispute-archived');
  town.figures.push(`${kVisits} visits`);
}
