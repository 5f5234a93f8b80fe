// A tenth family in the console: a server whose installation has one folder more. No page knows its name; forms, buttons and desk come from the folder.
import assert from 'node:assert/strict';
import { startHouse } from './house.mjs';
import { kClerk, kPlace } from './report.mjs';

const kKind = 'lost_property';
const kThing = '一只棕色钱包';

export async function aTenthFamily(town) {
  const house = await startHouse({ family: `tests/family/${kKind}` });
  try {
    const clerk = await town.sit('clerk', 'zh', { house });
    await clerk.logIn(kClerk);
    await clerk.go(`/new/${kKind}`);
    const form = clerk.page.locator('form');
    const field = (key) => form.getByRole('textbox', { name: clerk.word(kKind, key), exact: true });
    await field('field.thing').waitFor();
    const place = form.getByRole('combobox').first();
    await place.fill(kPlace.zh);
    await clerk.page.getByRole('option').filter({ hasText: kPlace.zh }).first().click();
    await field('field.thing').fill(kThing);
    await form.getByRole('radio', { name: clerk.word(kKind, 'choice.purse') }).check();
    await clerk.the('field.date').fill('2026-01-05');
    await clerk.the('field.time').fill('18:00');
    await form.getByRole('button', { name: clerk.word(kKind, 'action.take_in.label') }).click();
    await clerk.page.waitForURL('**/m/*');
    await clerk.button(clerk.word(kKind, 'action.announce.label')).waitFor();
    await clerk.look('tenth-family-matter');
    await clerk.press(kKind, 'claim');
    await clerk.field(clerk.word(kKind, 'record.claim.field.claimant')).fill('某居民');
    await clerk.field(clerk.word(kKind, 'record.claim.field.description')).fill('内有公交卡');
    await clerk.send(kKind, 'claim');
    await clerk.page.getByText(clerk.word(kKind, 'record.claim.step.made')).first().waitFor();

    await clerk.go(`/desk/${kKind}`);
    const counted = clerk.page.getByRole('link', { name: /尚未发布招领/ }).first();
    await counted.waitFor();
    await clerk.look('tenth-family-desk');
    await clerk.page.getByText('1', { exact: true }).first().waitFor();
    assert.ok(clerk.page.url().endsWith(`/desk/${kKind}`));
  } finally {
    await house.stop();
  }
}
