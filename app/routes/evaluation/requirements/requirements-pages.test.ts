import { beforeAll, describe, expect, test } from 'vitest';
import { agreeRequirements } from '~/domain/evaluation/commands/agree-requirements.server';
import { checkRequirements } from '~/domain/evaluation/commands/check-requirements.server';
import { saveScores } from '~/domain/evaluation/commands/save-scores.server';
import { run } from '~/domain/command.server';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeBid, makeContent, openQuestion } from '../../../../tests/support/factories/bids';
import { bidderOf, makeCompetition } from '../../../../tests/support/factories/competitions';
import { makePanel, makeWall, type Panel } from '../../../../tests/support/factories/panels';
import { actorFor } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { send, visit } from '../../../../tests/support/site';

const database = useDatabase();
let question: Awaited<ReturnType<typeof makeQuestion>>;
let panel: Panel;
let good: Awaited<ReturnType<typeof makeBid>>;
let poor: Awaited<ReturnType<typeof makeBid>>;

beforeAll(async () => {
  question = await makeQuestion({
    state: 'closed',
    requirements: {
      essential1: 'Experience in prisons',
      evidence1: 'One study',
      essential2: 'A secure place for data',
      evidence2: 'Its certificate',
    },
  });
  const asked = await database.db.requirement.findMany({ orderBy: { position: 'asc' } });
  const content = makeContent(question);
  for (const { id, position } of asked) content.quality.answers[id] = `Proof number ${position} of ours.`;
  good = await makeBid({ question, content });
  poor = await makeBid({ question, content });
  panel = await makePanel(question);
  await openQuestion(question);
  await database.db
    .$executeRaw`UPDATE question SET evaluation_started_at = soundings.now() WHERE id = ${question.id}::uuid`;
});

const fields = (second: 'yes' | 'no', reasons = ['A study of 2024.', 'See page two.']) => ({
  'checks[0].position': '1',
  'checks[0].met': 'yes',
  'checks[0].reason': reasons[0] ?? '',
  'checks[1].position': '2',
  'checks[1].met': second,
  'checks[1].reason': reasons[1] ?? '',
});
const checks = (reason = 'A study.') => [
  { position: 1, met: 'yes', reason },
  { position: 2, met: 'yes', reason },
];
const scores = () =>
  question.criteria.map((_, index) => ({ position: index + 1, value: 3, reason: 'As it says.' }));
const seenOf = async (bid: { id: string }) => {
  const row = await database.db.requirementCheck.findFirstOrThrow({ where: { bidId: bid.id } });
  return row.checkedAt.toISOString();
};
const score = (bid: { reference: string }) =>
  run(saveScores, panel.evaluators[0], { reference: bid.reference, intent: 'submit', scores: scores() });

describe('before a bid is scored', () => {
  test('the evaluation leads to its evidence, and nobody can score it yet', async () => {
    const [evaluator] = panel.evaluators;
    const page = await visit(paths.evaluation(question.reference), { as: evaluator.id });
    expect(page.links.map(({ href }) => href)).toContain(paths.requirements(good.reference));
    expect(page.text).toContain('Essential requirements are to be checked before it is scored');
    const reading = await visit(paths.scores(good.reference), { as: evaluator.id });
    expect(reading.buttons).not.toContain('Submit your scores');
    expect(reading.text).toContain('Evidence: A secure place for data');
    expect(reading.text).toContain('Proof number 2 of ours.');
    expect(await score(good)).toMatchObject({ refusal: { name: 'RequirementsAreNotAgreed' } });
  });

  test('one of the panel says of each whether it is met, and why; the read is recorded', async () => {
    const [evaluator] = panel.evaluators;
    const reads = () => database.db.fact.count({ where: { name: 'BidWasRead', nounId: good.id } });
    const before = await reads();
    const page = await visit(paths.requirements(good.reference), { as: evaluator.id });
    expect(page.heading).toBe(await bidderOf(good));
    expect(page.text).toContain('Proof number 2 of ours.');
    expect(await reads()).toBe(before + 1);
    const half = await send(paths.requirements(good.reference), fields('yes', ['', 'Fine.']), {
      as: evaluator.id,
    });
    expect(half.status).toBe(422);
    expect(half.text).toContain('Say why for requirement 1');
    const sent = await send(paths.requirements(good.reference), fields('yes'), { as: evaluator.id });
    expect(sent.location).toBe(paths.requirements(good.reference));
    for (const wrong of [checks().slice(1), [...checks().slice(1), { ...checks()[0], position: 3 }]])
      expect(
        await run(checkRequirements, evaluator, { reference: good.reference, checks: wrong }),
      ).toMatchObject({ refusal: { name: 'RequirementsDoNotFit' } });
  });

  test('another agrees, one of the two the moderator; only then is it scored', async () => {
    const [evaluator, second] = panel.evaluators;
    const seen = await seenOf(good);
    const agree = (who: typeof evaluator, token = seen) =>
      run(agreeRequirements, who, { reference: good.reference, seen: token });
    expect(await agree(evaluator)).toMatchObject({ refusal: { name: 'AnotherAgrees' } });
    expect(await agree(second)).toMatchObject({ refusal: { name: 'AnotherAgrees' } });
    expect(await agree(panel.moderator, 'older')).toMatchObject({ refusal: { name: 'ChecksChangedSince' } });
    expect((await visit(paths.agreeRequirements(good.reference), { as: second.id })).status).toBe(403);
    expect(await score(good)).toMatchObject({ refusal: { name: 'RequirementsAreNotAgreed' } });
    const sent = await send(paths.agreeRequirements(good.reference), { seen }, { as: panel.moderator.id });
    expect(sent.location).toBe(paths.evaluation(question.reference));
    expect(await score(good)).toMatchObject({ kind: 'done' });
    expect(await agree(panel.moderator)).toMatchObject({ refusal: { name: 'RequirementsAreAgreed' } });
    const again = await run(checkRequirements, evaluator, { reference: good.reference, checks: checks() });
    expect(again).toMatchObject({ refusal: { name: 'RequirementsAreAgreed' } });
    const where = { bidId: good.id };
    await expect(database.db.requirementCheck.updateMany({ where, data: { met: false } })).rejects.toThrow();
    await expect(database.db.requirementCheck.deleteMany({ where })).rejects.toThrow();
  });

  test('a bid that fails one is excluded by two, and its bidder reads why', async () => {
    const failed = fields('no', ['A study of 2024.', 'No certificate is named.']);
    await send(paths.requirements(poor.reference), failed, { as: panel.moderator.id });
    const [evaluator] = panel.evaluators;
    const page = await visit(paths.agreeRequirements(poor.reference), { as: evaluator.id });
    expect(page.heading).toBe('Agree that a requirement is not met');
    const seen = await seenOf(poor);
    await expect(
      database.db.requirementCheck.updateMany({
        where: { bidId: poor.id },
        data: { agreedById: panel.moderator.id, agreedAt: new Date(seen) },
      }),
    ).rejects.toThrow('requirement_check_by_two');
    await send(paths.agreeRequirements(poor.reference), { seen }, { as: evaluator.id });
    const { excludedReason } = await database.db.bid.findUniqueOrThrow({ where: { id: poor.id } });
    expect(excludedReason).toBe(
      'Essential requirement 2 is not met: A secure place for data. No certificate is named.',
    );
    const told = await visit(paths.bid(poor.reference), { as: poor.leadId });
    expect(told.text).toContain('No certificate is named.');
    expect((await visit(paths.requirements(poor.reference), { as: evaluator.id })).status).toBe(404);
    const left = await visit(paths.evaluation(question.reference), { as: evaluator.id });
    expect(left.text).not.toContain(await bidderOf(poor));
  });
});

describe('who has no part in it', () => {
  test('team and coordinator are refused, bidders and whoever is walled find nothing', async () => {
    const status = async (id: string) => (await visit(paths.requirements(good.reference), { as: id })).status;
    expect(await status(panel.owner.id)).toBe(403);
    expect(await status(good.leadId)).toBe(404);
    const [, walled] = panel.evaluators;
    await makeWall(question.id, walled.id, good.id);
    expect(await status(walled.id)).toBe(404);
    const input = { reference: good.reference, checks: checks() };
    expect(await run(checkRequirements, await actorFor(walled.id), input)).toEqual({ kind: 'hidden' });
  });

  test('a question that asks nothing essential has no such page, and its bids are scored as ever', async () => {
    const plain = await makeCompetition();
    const page = await visit(paths.requirements(plain.first.reference), { as: plain.panel.moderator.id });
    expect(page.status).toBe(404);
    const reading = await visit(paths.scores(plain.first.reference), { as: plain.panel.evaluators[0].id });
    expect(reading.buttons).toContain('Submit your scores');
    expect(reading.text).not.toContain('Essential requirements');
  });
});
