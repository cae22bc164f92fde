import { beforeAll, expect, test } from 'vitest';
import { countingQueries } from '~/platform/db.server';
import { useDatabase } from '../../../../tests/support/database';
import { makeFinding } from '../../../../tests/support/factories/findings';
import { actorFor, makeOrganisation, makePerson } from '../../../../tests/support/factories/people';
import { makePriority } from '../../../../tests/support/factories/priorities';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { visitorNow } from '../../../../tests/support/factories/visitor';
import type { Actor } from '../../actor';
import { ask } from '../../query.server';
import { foldTermFrequencies } from '../ranking/fold-term-frequencies.server';
import { searchEverything } from './search-everything.server';

useDatabase();
let member: Actor;

beforeAll(async () => {
  member = await actorFor((await makePerson({ expert: true })).id);
  await makeFinding({
    title: 'Smuggling through harbours',
    keyMessages: 'Smugglers organise.',
    released: true,
  });
  await foldTermFrequencies();
  await makeFinding({ title: 'Extortion of traders' });
  await makeQuestion({ title: 'Who launders by casinos?', visibility: 'team' });
});

async function suggestions(actor: Actor, q: string) {
  const view = await ask(searchEverything, actor, { q });
  if (!view) throw new Error('a search always answers');
  return view.suggestions;
}
const meant = async (actor: Actor, q: string) => (await suggestions(actor, q)).words.map((word) => word.q);

test.each([
  ['smuglging', ['smuggling']],
  ['smugglling "harbors organize" -smuglging', ['smuggling "harbors organize" NOT smuglging']],
  ['Extorton', ['extortion']],
  ['smuggler', []],
  ['harbor organized behaviour', []],
  ['xylophones', []],
  ['the and of', []],
])('by %j a member is asked whether %j was meant', async (q, words) => {
  expect(await meant(member, q)).toEqual(words);
});

test('what hidden rows hold is neither suggested nor known', async () => {
  const visitor = await visitorNow();
  expect(await meant(visitor, 'extorton')).toEqual([]);
  expect(await meant(visitor, 'smuglging')).toEqual(['smuggling']);
  expect(await meant(member, 'casinas')).toEqual([]);
  await makeFinding({ title: 'Smugglinq', state: 'draft' });
  await makeFinding({ title: 'Smugglinq' });
  expect(await meant(visitor, 'smugglinq')).toEqual(['smuggling']);
  expect(await meant(member, 'smugglinq')).toEqual([]);
});

test('what only a reader’s own question holds is known to them', async () => {
  const question = await makeQuestion({ title: 'Who blackmales?', visibility: 'team' });
  await makeFinding({ title: 'Blackmailes' });
  expect(await meant(await actorFor(question.asking.authorId), 'blackmales')).toEqual([]);
  expect(await meant(member, 'blackmales')).toEqual(['blackmailes']);
});

test('a name that is found needs no suggestion', async () => {
  await makeOrganisation({ name: 'Smugling Institute' });
  expect(await meant(member, 'smugling')).toEqual([]);
  expect(await meant(await visitorNow(), 'smugling')).toEqual(['smuggling']);
});

test('an unknown term is named with the nearest', async () => {
  const { reference } = await makePriority({ name: 'Follow the money' });
  const { terms } = await suggestions(member, 'threat:drgs smuggling');
  expect(terms).toMatchObject([{ field: 'threat', value: 'drgs' }]);
  expect(terms[0]?.nearest[0]?.q).toMatch(/^threat:[\w-]*drug[\w-]* smuggling$/);
  for (const known of [
    'threat:fraud',
    'threat:none',
    `priority:${reference}`,
    'priority:"follow the money"',
    'route:funding-call',
  ])
    expect([known, (await suggestions(member, known)).terms]).toEqual([known, []]);
  expect((await suggestions(member, 'route:fundin-call')).terms[0]?.nearest[0]).toMatchObject({
    q: 'route:funding-call',
  });
});

test('it takes no statement more, but one where a word is suggested', async () => {
  const queries = async (q: string) => (await countingQueries(() => suggestions(member, q))).queries;
  const plain = await queries('smuggling');
  expect(await queries('smuggling threat:drgs')).toBe(plain);
  expect(await queries('smuggling extorton')).toBe(plain + 1);
  // Eight a page at most: two tell who asks.
  for (const q of [
    'smuggling extorton threat:drgs',
    'smuggling OR threat:fraud extorton',
    'threat:drgs year:2020',
  ])
    expect([q, (await queries(q)) <= 6]).toEqual([q, true]);
});
