import { beforeAll, expect, test } from 'vitest';
import { needsReview, type FindingState } from '~/domain/knowledge/finding';
import { paths } from '~/paths';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { makeReaders, type Readers } from '../../../../tests/support/factories/readers';
import { makeTerm } from '../../../../tests/support/factories/terms';
import { visit } from '../../../../tests/support/site';
import { flawsOf } from '../../../../tests/support/site/page';

const database = useDatabase();
let who: Readers;

beforeAll(async () => {
  who = await makeReaders();
});

const [before, today, after] = ['2026-11-21', '2026-11-22', '2026-11-23'].map((day) => new Date(day));
test.each<[FindingState, Date | null | undefined, boolean]>([
  ['published', before, true],
  ['published', today, false],
  ['published', after, false],
  ['published', null, false],
  ['superseded', before, false],
  ['retracted', before, false],
])('%s, to be looked at again by %s: %s', (state, reviewBy, expected) => {
  expect(needsReview(state, reviewBy ?? null, new Date('2026-11-22'))).toBe(expected);
});

test('once its day has passed it says so, and the totals of what is current leave it out', async () => {
  const area = await makeTerm({ scheme: 'threatArea', name: 'Smuggling by drone' });
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
  const lapsing = await makeFinding({ termIds: [area.id], title: 'Soon to be old' });
  await database.db.finding.update({ where: { id: lapsing.id }, data: { reviewBy: inDays(5) } });
  await makeFinding({ termIds: [area.id], title: 'Of no day' });
  const finding = () => visit(paths.finding(lapsing.reference), { as: who.member });
  const totals = async () => (await visit(paths.threatArea(area.slug), { as: who.member })).text;
  expect((await finding()).text).not.toContain('Needs review');
  expect(await totals()).toContain('2 current');
  await moveClock('10 days');
  const due = await finding();
  expect(due.text).toContain('Needs review');
  expect(flawsOf(due.$)).toEqual([]);
  expect(await totals()).toContain('1 current');
  expect((await visit(paths.deskQueue('reviews'), { as: who.coordinator })).text).toContain('Soon to be old');
});
