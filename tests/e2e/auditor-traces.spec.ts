import { askingTeam, auditor, coordinator, pastQuestion } from '../support/journey/cast';
import { expect, test, type Walker } from '../support/journey/journey';
import { makeMeasure, makeValue } from '../support/factories/measures';
import { makeLine } from '../support/factories/money';
import { makePrioritySet } from '../support/factories/priorities';
import { readCells } from '../support/csv-cells';

test('an auditor traces three numbers to their records, takes them away, and can change none', async ({
  journey,
}) => {
  const team = await askingTeam();
  const recordedById = (await coordinator()).id;
  const set = await makePrioritySet({ names: [`Safer ${team.author.name} ports`] });
  const measure = await makeMeasure({
    ...{ createdById: recordedById, priorityId: set.priorities[0]?.id ?? '' },
    ...{ name: `Seizures at ${team.author.name}`, unit: 'tonnes' },
  });
  await makeValue({ measureId: measure.id, recordedById, startsOn: new Date('2025-04-01'), value: 37 });
  const base = `Grant of ${team.author.name}`;
  for (const pounds of [790_000, 40_000])
    await makeLine({
      ...{ recordedById, organisationId: team.department.id, base, pounds },
      strand: pounds > 100_000 ? 'pursue' : 'prevent',
    });
  const title = `How late was ${team.author.name} answered?`;
  await pastQuestion(team, { title, routeSlug: 'commissioned-study' });

  const marsh = await journey.as(await auditor());
  await marsh.open(`/scorecards/live?of=${set.slug}&period=2025-Q2`);
  await marsh.press(/^37 tonnes/);
  await marsh.heading(measure.name);
  await marsh.sees('Return 7');
  await marsh.sees('Cases closed');
  const figures = await cellsOf(marsh, journey.address, 'figures.csv');
  expect(figures.flat()).toContain('37');

  await marsh.open(`/money?base=${encodeURIComponent(base)}`);
  await marsh.sees('£830k known, in 2 lines');
  await marsh.press(/^1 line of Pursue/);
  const lines = await cellsOf(marsh, journey.address, 'lines.csv');
  expect(lines.flat().some((cell) => /790,?000/.test(cell))).toBe(true);
  await marsh.press(/^Line /);
  await marsh.sees('£790,000');
  await marsh.sees('Return 7');

  await marsh.open('/questions/performance');
  const performance = await cellsOf(marsh, journey.address, 'performance.csv');
  const [, published = ''] = performance.find(([name]) => name === 'Questions published') ?? [];
  await marsh.press('Questions published');
  expect(await marsh.page.locator('main tbody tr').count()).toBe(Math.min(Number(published), 50));
  await marsh.press(title);
  await marsh.heading(title);

  for (const path of [
    '/measures/new',
    '/money/lines/new',
    '/money/bands',
    `/measures/${measure.reference}/figure`,
  ]) {
    const answer = await marsh.page.request.get(`${journey.address}${path}`);
    expect([403, 404], path).toContain(answer.status());
  }
});

/** The file that a link of this page leads to. */
async function cellsOf(walker: Walker, address: string, file: string): Promise<string[][]> {
  const href = await walker.page.locator(`main a[href*="${file}"]`).first().getAttribute('href');
  const answer = await walker.page.request.get(`${address}${href ?? ''}`);
  expect(answer.status()).toBe(200);
  return readCells(await answer.text());
}
