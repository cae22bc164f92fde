import { beforeAll, expect, test } from 'vitest';
import { useDatabase } from '../../../../tests/support/database';
import { doneValue, makeBid, openQuestion } from '../../../../tests/support/factories/bids';
import { makePanel, makeScores } from '../../../../tests/support/factories/panels';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { run } from '../../command.server';
import { ask } from '../../query.server';
import { mayReadBid, maySeeRanking } from '../evaluation-policy';
import { competitionFor } from '../load-competition.server';
import { panelPage } from '../queries/panel-page.server';
import { limitToLots } from './limit-to-lots.server';

const store = useDatabase();

async function makeDivided() {
  const question = await makeQuestion({ state: 'closed', lots: [{}, {}] });
  const north = await makeBid({ question, lot: 1, pounds: 30_000 });
  const south = await makeBid({ question, lot: 2, pounds: 30_000 });
  const panel = await makePanel(question);
  await openQuestion(question);
  await store.db.question.update({ where: { id: question.id }, data: { evaluationStartedAt: new Date() } });
  const [evaluator, other] = panel.evaluators;
  const row = await store.db.person.findUniqueOrThrow({ where: { id: evaluator.id } });
  return { question, north, south, panel, evaluator, other, person: row.reference };
}
let made: Awaited<ReturnType<typeof makeDivided>>;
beforeAll(async () => {
  made = await makeDivided();
});

const limit = (lots: number[], who = made.panel.author) =>
  run(limitToLots, who, { reference: made.question.reference, person: made.person, lots });
const reads = async (bid: { id: string }) => {
  const competition = await competitionFor(store.db, made.question.reference);
  return competition && mayReadBid(made.evaluator, competition, bid.id).kind;
};

test('an evaluator judges the bids of their lots alone, and is not shown the ranking of all', async () => {
  expect([await reads(made.north), await reads(made.south)]).toEqual(['allow', 'allow']);
  expect((await limit([1], made.panel.moderator)).kind).toBe('denied');
  expect(await limit([3])).toMatchObject({ refusal: { name: 'LotIsUnknown' } });
  doneValue(await limit([1]));
  expect([await reads(made.north), await reads(made.south)]).toEqual(['allow', 'hide']);
  const competition = await competitionFor(store.db, made.question.reference);
  expect(competition && maySeeRanking(made.evaluator, competition).kind).toBe('deny');
  expect(competition && maySeeRanking(made.other, competition).kind).toBe('allow');
  const page = await ask(panelPage, made.panel.author, { reference: made.question.reference });
  const members = page && 'members' in page ? page.members : [];
  expect(members.find(({ reference }) => reference === made.person)?.lots).toEqual([1]);
});

test('a limit is set anew until bids outside it are begun, and lifted by ticking none', async () => {
  doneValue(await limit([2]));
  await makeScores(made.south, made.question, made.evaluator, 3);
  expect(await limit([1])).toMatchObject({ refusal: { name: 'AssessmentHasBegun' } });
  doneValue(await limit([]));
  expect([await reads(made.north), await reads(made.south)]).toEqual(['allow', 'allow']);
  expect(
    (
      await run(limitToLots, made.panel.author, {
        reference: made.question.reference,
        person: '22222222',
        lots: [1],
      })
    ).kind,
  ).toBe('hidden');
});
