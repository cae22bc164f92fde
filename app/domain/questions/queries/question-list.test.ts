import { beforeAll, expect, test as check } from 'vitest';
import { countingQueries } from '~/platform/db.server';
import { useDatabase } from '../../../../tests/support/database';
import { actorFor, makePerson } from '../../../../tests/support/factories/people';
import { makeAskingTeam, makeQuestion, type AskingTeam } from '../../../../tests/support/factories/questions';
import type { Person } from '../../actor';
import { ask } from '../../query.server';
import { questionList } from './question-list.server';
import { questionPage } from './question-page.server';

const test = useDatabase();
let asking: AskingTeam;
let expert: Person;
let threats: string[];

beforeAll(async () => {
  asking = await makeAskingTeam();
  const found = await test.db.term.findMany({
    where: { scheme: 'threatArea' },
    take: 2,
    orderBy: { position: 'asc' },
  });
  threats = found.map(({ slug }) => slug);
  const terms = threats.map((slug) => [{ scheme: 'threatArea' as const, slug }]);
  for (let index = 0; index < 28; index += 1)
    await makeQuestion({ asking, title: `Ports and insiders ${index}`, terms: terms[0] ?? [] });
  await makeQuestion({ asking, state: 'closed', title: 'Cash couriers', terms: terms[1] ?? [] });
  await makeQuestion({ asking, state: 'decided', title: 'Crypto mixers' });
  await makeQuestion({ asking, state: 'draft', title: 'Unfinished ports' });
  expert = await actorFor((await makePerson({ expert: true })).id);
}, 60_000);

const titles = async (actor: Person, filters: Record<string, unknown> = {}) =>
  (await ask(questionList, actor, filters))?.questions.map(({ title }) => title) ?? [];

check('pages by key: every question once, in order, the last page without a next', async () => {
  const first = await ask(questionList, expert, {});
  const second = await ask(questionList, expert, { after: first?.next });
  expect([first?.questions.length, second?.questions.length, second?.next]).toEqual([25, 5, null]);
  const all = [...(first?.questions ?? []), ...(second?.questions ?? [])].map(({ reference }) => reference);
  expect(new Set(all).size).toBe(30);
});

check('filters narrow, values of one filter widen, and words match by any of them', async () => {
  expect(await titles(expert, { threat: [threats[1]] })).toEqual(['Cash couriers']);
  expect((await titles(expert, { threat: threats })).length).toBe(25);
  expect(await titles(expert, { threat: threats, state: ['closed'] })).toEqual(['Cash couriers']);
  expect(await titles(expert, { q: 'couriers mixers unheard' })).toEqual(
    expect.arrayContaining(['Cash couriers', 'Crypto mixers']),
  );
  expect(await titles(expert, { q: 'x & | ! :*' })).toEqual([]);
  expect(await titles(expert, { team: asking.teamId.slice(0, 8) })).toEqual([]);
});

check('drafts are listed for their team alone', async () => {
  expect(await titles(expert, { state: ['draft'] })).toEqual([]);
  expect(await titles(await actorFor(asking.authorId), { state: ['draft'] })).toEqual(['Unfinished ports']);
});

check('an award without a notice is neither shown nor found by state', async () => {
  expect(await titles(expert, { state: ['decided'] })).toEqual([]);
  expect(await titles(expert, { state: ['inEvaluation'] })).toEqual(['Crypto mixers']);
  expect(await titles(await actorFor(asking.authorId), { state: ['decided'] })).toEqual(['Crypto mixers']);
  expect(await titles(expert, { state: ['asked'] })).toHaveLength(25);
});

check('one statement for the list and three for a page, whatever the rows', async () => {
  const list = await countingQueries(() => ask(questionList, expert, {}));
  expect(list.queries).toBe(1);
  const reference = list.result?.questions[0]?.reference;
  expect((await countingQueries(() => ask(questionPage, expert, { reference }))).queries).toBe(3);
});
