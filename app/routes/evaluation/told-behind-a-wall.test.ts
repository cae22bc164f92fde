import { expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../tests/support/database';
import { makeEvaluated } from '../../../tests/support/factories/awards';
import { makeWall } from '../../../tests/support/factories/panels';
import { send, visit } from '../../../tests/support/site';

useDatabase();

test('who has a conflict about one bid hears of no recommendation or decision before the notice', async () => {
  const { question, panel, first, second } = await makeEvaluated({ routeSlug: 'funding-call' });
  const [evaluator, other] = panel.evaluators;
  await makeWall(question.id, evaluator.id, second.id);
  const pageOf = async (as: string) => (await visit(paths.evaluation(question.reference), { as })).text;
  const rankingOf = async (as: string) => (await visit(paths.ranking(question.reference), { as })).text;
  const before = await pageOf(evaluator.id);
  const ranking = await rankingOf(evaluator.id);
  const fields = { outcome: 'awarded', text: 'By the ranking.', bids: first.reference };
  expect(
    (await send(paths.recommendation(question.reference), fields, { as: panel.moderator.id })).status,
  ).toBe(303);
  expect(await pageOf(evaluator.id)).toBe(before);
  expect(await rankingOf(evaluator.id)).toBe(ranking);
  expect(await rankingOf(other.id)).toContain('By the ranking.');
  expect(await pageOf(other.id)).toContain('Recommendation awaits its decision');
  expect((await send(paths.decision(question.reference), {}, { as: panel.owner.id })).status).toBe(303);
  expect(await pageOf(evaluator.id)).toBe(before);
  expect(await rankingOf(evaluator.id)).toBe(ranking);
  expect(await pageOf(other.id)).toContain('Decided');
  await send(paths.summaries(question.reference), {}, { as: panel.author.id });
  expect((await send(paths.giveNotice(question.reference), {}, { as: panel.author.id })).status).toBe(303);
  expect(await pageOf(evaluator.id)).toContain('Decided');
});
