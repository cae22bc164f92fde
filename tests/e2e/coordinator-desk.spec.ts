import { makePerson } from '../support/factories/people';
import { makeFinding } from '../support/factories/findings';
import { coordinator } from '../support/journey/cast';
import { database, expect, test, type Walker } from '../support/journey/journey';

const HUNDRED = 100;
const waiting = () =>
  database().findingVersion.count({ where: { submittedAt: { not: null }, publishedAt: null } });

/** Journeys that share an installation leave things on its desk. */
async function waitingOnDesk(desk: Walker): Promise<number> {
  await desk.open('/desk');
  const text = await desk.page.locator('main').innerText();
  return Number(/([\d,]+) things? waits? for a coordinator/.exec(text)?.[1]?.replaceAll(',', '') ?? 0);
}

test('a coordinator clears a hundred items in bulk and undoes it', async ({ journey }) => {
  const desk = await journey.as(await coordinator());
  const before = await waitingOnDesk(desk);
  const submittedById = (await makePerson({ expert: true, name: 'Pia Prolific' })).id;
  for (let place = 0; place < HUNDRED; place += 1)
    await makeFinding({ state: 'submitted', submittedById, title: `Night shift study ${place + 1}` });
  expect(await waiting()).toBe(HUNDRED);

  await journey.within(5, 'clear 100 queue items in bulk', desk, async () => {
    expect(await waitingOnDesk(desk)).toBe(before + HUNDRED);
    await desk.press('Findings to review');
    await desk.press('Select all, up to 200');
    await desk.press(/^Publish/);
    await desk.sees(`${HUNDRED} of ${HUNDRED} will change`);
    await desk.press(/^Publish.*: 100$/);
  });
  const report = desk.path();
  await desk.sees('Night shift study 100');
  expect(await waiting()).toBe(0);
  const reader = await journey.as(await makePerson({ name: 'Rae Reader' }));
  await reader.open('/findings');
  await reader.sees('Night shift study');

  await desk.press('Undo');
  await desk.press('Undo');
  await desk.sees('Undone on');
  expect(desk.path()).toBe(report);
  expect(await waiting()).toBe(HUNDRED);
  expect(await waitingOnDesk(desk)).toBe(before + HUNDRED);
  await reader.open('/findings');
  expect(await reader.page.locator('main').innerText()).not.toContain('Night shift study 1');
});
