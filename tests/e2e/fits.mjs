// Every desk that this account may open, on a phone, a small window and a desk, in both languages: nothing is wider than the screen, and on a desk's
// page nothing has to be scrolled sideways either.
import assert from 'node:assert/strict';

const kMany = { login: 'audit.auditor', least: 6 }; // may read most families of work
const kOthers = [['street-guajiasi.cashier', 'aid'], ['street-guajiasi.cashier', 'aid_chain'], ['government-office.duty-1', 'duty'], ['audit.liaison', 'economy'],
  ['community-longdouhuayuan.mediator', 'mediation'], ['audit.liaison', 'voice']];
const kWidths = [390, 1024, 1440];
const kTallest = 7_000; // px at 1440; whoever must scroll further finds nothing

// What is wider than its place: the page, or anything in it that is cut or would have to be scrolled.
const tooWide = () => {
  const found = [...document.querySelectorAll('main *')].filter((one) => {
    const hidden = one.classList.contains('visually-hidden') || one.clientWidth <= 2;
    return !hidden && getComputedStyle(one).overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1;
  });
  const named = found.map((one) => `${one.closest('.view')?.querySelector('h3')?.textContent.trim() ?? ''} <${one.className}> ${one.scrollWidth}/${one.clientWidth}`);
  const page = document.documentElement.scrollWidth - innerWidth;
  return page > 0 ? [`the page by ${page} px`, ...named] : named;
};

async function desksOf(person) {
  return person.page.evaluate(async () => (await (await fetch('/api/v1/desks')).json()).map((one) => one.name));
}

export async function desksFit(town) {
  for (const language of ['zh', 'en']) {
    const seats = new Map();
    const visits = [];
    for (const [login, desk] of [[kMany.login, ''], ...kOthers]) {
      if (!seats.has(login)) {
        seats.set(login, await town.sit(`${login} ${language}`, language));
        await seats.get(login).logIn(login);
      }
      const desks = desk === '' ? await desksOf(seats.get(login)) : [desk];
      if (desk === '') assert.ok(desks.length >= kMany.least, `${login} opens ${desks.length} desks`);
      visits.push(...desks.map((name) => [seats.get(login), name]));
    }
    for (const [person, desk] of visits) {
      for (const width of kWidths) {
        await person.page.setViewportSize({ width, height: 900 });
        await person.go(`/desk/${desk}`);
        await person.page.waitForFunction(() => {
          const views = [...document.querySelectorAll('.view')];
          return views.length > 0 && views.every((view) => view.getAttribute('aria-busy') !== 'true');
        });
        for (const one of await person.page.evaluate(tooWide)) person.faults.push(`${desk} ${language} at ${width} px: wider than its place: ${one}`);
        const height = await person.page.evaluate(() => document.documentElement.scrollHeight);
        if (width === 1440 && height > kTallest) person.faults.push(`${desk} ${language} is ${height} px tall`);
        // What axe judges is the same in both languages but for contrast and names; the length of words is judged above.
        if (width === (language === 'zh' ? 390 : 1440)) await person.look(`desk-${desk}-${language}-${width}`);
      }
    }
    town.figures.push(`${visits.length} desks in ${language}`);
  }
}
