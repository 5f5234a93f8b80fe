// Stories 5 and 6 of the page: the reform of assistance, ten aspects by thirty-eight departments; and a holiday with six fields watched and an incident told in time.
// rows: 22, 23, 25, 69 page: /desk/aid_chain
import assert from 'node:assert/strict';
import { act, find, open, targetsOf } from './hands.mjs';

const kOffice = 'district-centre.supervision-1';

export async function theReformsMatrix(town) {
  const officer = await town.sit('officer', 'zh');
  await officer.logIn(kOffice);
  await officer.go('/desk/aid_chain');
  await officer.page.getByRole('table').first().waitFor();
  await officer.look('reform-desk');
  await officer.go('/desk/aid_chain/matrix');
  const matrix = officer.page.getByRole('table').first();
  await matrix.waitFor();
  assert.ok(await matrix.getByRole('row').count() >= 12, 'ten aspects, the heading and the sum');
  await officer.look('reform-matrix');

  // A department proves what it was given; somebody of another unit checks it.
  const number = await find(officer, 'reform_plan', 'running');
  const department = await town.sit('department', 'en');
  await department.logIn('civil-affairs.liaison');
  await department.go(`/m/${number}`);
  const [cell] = await targetsOf(department, number, 'prove');
  assert.ok(cell !== undefined, 'the department has something to prove');
  await act(department, number, 'prove', { words: 'Done; the list is attached', proof: 'photo' }, { record: cell });
  assert.ok(!(await targetsOf(department, number, 'check_cell')).includes(cell), 'who did it does not check it');
  await act(officer, number, 'check_cell', { words: '材料齐全' }, { record: cell, to: 'checked' });
  await officer.look('reform-plan');
}

const kFields = [['food', '市场监督管理局', 'market-regulation'], ['tourism', '文化和旅游局', 'culture-tourism'], ['roads', '城市管理委员会', 'urban-management'],
  ['rubbish', '环卫公司', 'sanitation-company'], ['energy', '供电公司', 'power-company'], ['heating', '供热公司', 'heat-company']];
const at = (ahead, time) => `${new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10)} ${time}`;

export async function aHolidayIsWatched(town) {
  const office = await town.sit('government office', 'zh');
  await office.logIn('government-office.leader');
  const said = (key) => office.word('holiday_plan', key);
  const plan = await open(office, 'holiday_plan', {
    place: '清湖花园', 'field.holiday': said('choice.new_year'), 'field.begins': at(20, '00:00'), 'field.ends': at(23, '00:00'), 'field.office': '政府办公室',
    'sector.area': kFields.map(([area]) => said(`choice.${area}`)), 'sector.unit': kFields.map(([, name]) => name),
  }, 'holiday-plan');
  await act(office, plan, 'issue');
  for (const [, , unit] of kFields) {
    const liaison = await town.sit(unit, 'zh');
    await liaison.logIn(`${unit}.liaison`);
    await liaison.go(`/m/${plan}`);
    const [sector] = await targetsOf(liaison, plan, 'accept_sector');
    await act(liaison, plan, 'accept_sector', {}, { record: sector });
    await liaison.context.close();
  }
  await office.go(`/m/${plan}`);
  await office.text(said('step.ready')).first().waitFor();
  await office.look('holiday-ready');

  // Something breaks: told by phone, acknowledged by the duty office, the first report signed by who answers for it.
  const company = await town.sit('heat company', 'zh');
  await company.logIn('heat-company.liaison');
  const word = (key) => company.word('incident', key);
  const incident = await open(company, 'incident', {
    place: '清湖花园', 'field.what': '换热站跳闸，三栋楼停暖', 'field.unit': '供热公司', 'field.accident': word('choice.none'), 'field.category': word('choice.Infra'),
    'field.status': word('choice.Actual'), 'field.urgency': word('choice.Immediate'), 'field.severity': word('choice.Moderate'), 'field.certainty': word('choice.Observed'),
    'field.responsible': '供热公司', 'field.dead': '0', 'field.injured': '0', 'field.loss': '0',
  }, 'incident-open');
  await act(company, incident, 'tell_by_phone', { 'told.unit': '政府办公室', 'told.at': at(0, '00:00') });
  const duty = await town.sit('duty officer', 'zh');
  await duty.logIn('government-office.duty-2');
  await act(duty, incident, 'acknowledge', {}, { record: 1 });
  await act(company, incident, 'draft_first', { 'first_report.words': '已派抢修班组，预计两小时恢复' });
  const leader = await town.sit('leader of the company', 'zh');
  await leader.logIn('heat-company.leader');
  await act(leader, incident, 'sign_first', {}, { record: 1, to: 'signed' });
  await duty.go('/desk/duty');
  await duty.page.getByRole('table').first().waitFor();
  await duty.look('duty-desk');
}
