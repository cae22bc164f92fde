import { beforeAll, describe, expect, test } from 'vitest';
import { startBid } from '~/domain/bids/commands/start-bid.server';
import { run } from '~/domain/command.server';
import { judgeExpression } from '~/domain/evaluation/commands/judge-expression.server';
import { submitExpression } from '~/domain/bids/commands/submit-expression.server';
import { tellExpressions } from '~/domain/evaluation/commands/tell-expressions.server';
import { ownData } from '~/domain/people/queries/own-data.server';
import { ask } from '~/domain/query.server';
import { followersOf } from '~/domain/notifications/recipients.server';
import { paths } from '~/paths';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { makeBid, makeExpert } from '../../../../tests/support/factories/bids';
import { declareNothing, makePanel, makeWall, type Panel } from '../../../../tests/support/factories/panels';
import { actorFor } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import { send, visit } from '../../../../tests/support/site';
import { toldOf } from '../../../../tests/support/told';

const database = useDatabase();
type Expert = Awaited<ReturnType<typeof makeExpert>>;
let question: Awaited<ReturnType<typeof makeQuestion>>;
let panel: Panel;
let chosen: Expert;
let other: Expert;
let regretful: Expert;

const address = () => paths.expression(question.reference);
const fields = (mark: string) => ({
  organisation: 'independent',
  names: `Rosa Lindqvist, lead of ${mark}`,
  approach: `We would interview around ${mark}.`,
});
const start = (who: Expert) =>
  run(startBid, who, { reference: question.reference, organisation: 'independent', termsRead: true });
const rowOf = (who: Expert) => database.db.expression.findFirstOrThrow({ where: { personId: who.id } });
const judge = async (by: Expert, who: Expert, invited: 'yes' | 'no', reason = 'Close to the need.') =>
  run(judgeExpression, by, { reference: (await rowOf(who)).reference, invited, reason });
const tell = (by: Expert) => run(tellExpressions, by, { reference: question.reference });

beforeAll(async () => {
  const now = Date.now();
  question = await makeQuestion({
    data: {
      expressionsCloseAt: new Date(now + 5 * 86_400_000),
      expressionWords: 50,
      expressionCriteria: 'Access to ports, and a method that fits.',
    },
  });
  panel = await makePanel(question, { declared: false });
  [chosen, other, regretful] = await Promise.all([makeExpert(), makeExpert(), makeExpert()]);
});

describe('sending an expression of interest', () => {
  test('comes before any bid, by words that are published', async () => {
    const read = await visit(paths.question(question.reference), { as: chosen.id });
    expect(read.text).toContain('Expressions of interest first');
    expect(read.text).toContain('Access to ports, and a method that fits.');
    const early = await visit(paths.startBid(question.reference), { as: chosen.id });
    expect(early.links).toContainEqual({ text: 'Expressions of interest', href: address() });
    expect(early.buttons).not.toContain('Start a bid');
    expect(await start(chosen)).toMatchObject({ refusal: { name: 'OnlyTheInvitedBid' } });
    await expect(makeBid({ question, leadId: chosen.id })).rejects.toThrow('OnlyTheInvitedBid');
  });

  test('is held to its limit, and what was typed stays', async () => {
    const long = 'word '.repeat(51).trim();
    const page = await send(address(), { ...fields('x'), approach: long }, { as: chosen.id });
    expect([page.status, page.fields['approach']]).toEqual([422, long]);
    expect(page.text).toContain('Shorten your approach by 1 word');
    const none = await send(address(), { organisation: 'independent' }, { as: chosen.id });
    expect(none.messageBeside('names')).toBe('Name who would do the work');
  });

  test('can be replaced and taken back in time, and is read by nobody else, encrypted at rest', async () => {
    expect((await send(address(), fields('firstmark'), { as: chosen.id })).location).toBe(address());
    await send(address(), fields('secondmark'), { as: chosen.id });
    for (const who of [other, regretful]) await send(address(), fields('othermark'), { as: who.id });
    await send(paths.withdrawExpression(question.reference), {}, { as: regretful.id });
    const own = await visit(address(), { as: chosen.id });
    expect(own.fields['approach']).toBe('We would interview around secondmark.');
    expect((await visit(address(), { as: regretful.id })).text).not.toContain('You sent it on');
    const { sealed, reference } = await rowOf(chosen);
    expect(Buffer.from(sealed).toString('latin1')).not.toContain('secondmark');
    for (const { id } of [panel.moderator, panel.owner, other]) {
      expect((await visit(paths.judgeExpression(reference), { as: id })).status).toBe(404);
      expect((await visit(paths.expressions(question.reference), { as: id })).text).not.toContain('Rosa');
    }
    expect(await judge(panel.moderator, chosen, 'yes')).toEqual({ kind: 'hidden' });
    expect(await ask(ownData, chosen, {})).toMatchObject({
      bidding: { expressions: [{ reference, withdrawnAt: null }] },
    });
  });

  test('is not for the team, nor anywhere else', async () => {
    const input = { reference: question.reference, ...fields('team') };
    expect(await run(submitExpression, await actorFor(question.asking.authorId), input)).toMatchObject({
      kind: 'denied',
    });
    const plain = await makeQuestion();
    for (const path of [paths.expression(plain.reference), paths.expressions(plain.reference)])
      expect((await visit(path, { as: chosen.id })).status).toBe(404);
    expect(await run(submitExpression, chosen, { ...input, reference: plain.reference })).toMatchObject({
      refusal: { name: 'ExpressionsAreClosed' },
    });
  });
});

describe('judging after the deadline', () => {
  test('late is late', async () => {
    await moveClock('6 days');
    chosen = await actorFor(chosen.id);
    other = await actorFor(other.id);
    const late = await send(address(), fields('late'), { as: chosen.id });
    expect([late.status, late.text]).toEqual([422, expect.stringContaining('Nothing was sent')]);
    await expect(
      database.db.expression.updateMany({ data: { withdrawnAt: new Date('2027-01-01') } }),
    ).rejects.toThrow('ExpressionsAreClosed');
  });

  test('is for those of the panel who declared their interests, and for nobody behind a wall', async () => {
    const list = paths.expressions(question.reference);
    const undeclared = await visit(list, { as: panel.moderator.id });
    expect([undeclared.status, undeclared.text]).toEqual([
      403,
      expect.stringContaining('Declare your interests'),
    ]);
    const [evaluator, walled] = panel.evaluators;
    await declareNothing(question.id, [panel.moderator.id, evaluator.id, walled.id], 'publication');
    await makeWall(question.id, walled.id);
    expect((await visit(list, { as: walled.id })).status).toBe(404);
    expect((await visit(list, { as: panel.owner.id })).status).toBe(403);
    expect((await visit(list, { as: other.id })).status).toBe(404);
    const page = await visit(list, { as: evaluator.id });
    expect(page.text).toContain(chosen.name);
    expect(page.text).not.toContain(regretful.name);
    const tasks = await visit(paths.evaluation(question.reference), { as: evaluator.id });
    expect(tasks.links).toContainEqual({ text: 'Judge expressions of interest', href: list });
    expect(tasks.text).toContain('2 to judge');
  });

  test('each is read on record and gets yes or no with a reason, which its author does not see yet', async () => {
    const [evaluator] = panel.evaluators;
    const { reference } = await rowOf(chosen);
    const page = await visit(paths.judgeExpression(reference), { as: evaluator.id });
    expect(page.text).toContain('We would interview around secondmark.');
    expect(await database.db.fact.count({ where: { name: 'ExpressionWasRead' } })).toBeGreaterThan(0);
    const empty = await send(paths.judgeExpression(reference), { invited: 'yes' }, { as: evaluator.id });
    expect(empty.messageBeside('reason')).toBe('Say why, by the published criteria');
    expect(await judge(evaluator, chosen, 'yes')).toMatchObject({ kind: 'done' });
    const tasks = async () => (await visit(paths.evaluation(question.reference), { as: evaluator.id })).text;
    expect(await tasks()).toContain('1 to judge');
    expect(await tell(panel.moderator)).toMatchObject({ refusal: { name: 'ExpressionsAreUndecided' } });
    await expect(
      database.db.expressionRound.create({
        data: { questionId: question.id, toldById: panel.moderator.id, toldAt: question.createdAt },
      }),
    ).rejects.toThrow('ExpressionsAreUndecided');
    expect((await visit(address(), { as: chosen.id })).text).not.toContain('Close to the need');
    expect(await start(chosen)).toMatchObject({ refusal: { name: 'OnlyTheInvitedBid' } });
  });

  test('nobody judges what their own organisation sent', async () => {
    const [evaluator] = panel.evaluators;
    const own = { ...evaluator, organisationIds: ['00000000-0000-0000-0000-000000000001'] };
    await database.db.$executeRaw`ALTER TABLE expression DISABLE TRIGGER expression_in_time`;
    await database.db.expression.updateMany({
      where: { personId: other.id },
      data: { organisationId: own.organisationIds[0] ?? null },
    });
    await database.db.$executeRaw`ALTER TABLE expression ENABLE TRIGGER expression_in_time`;
    expect(await judge(own, other, 'no')).toMatchObject({ refusal: { name: 'OrganisationIsOwn' } });
  });

  test('the moderator tells everybody at once: only the invited bid, the others read why', async () => {
    const [evaluator] = panel.evaluators;
    await judge(panel.moderator, other, 'no', 'No access to ports is shown.');
    const tasks = async () => (await visit(paths.evaluation(question.reference), { as: evaluator.id })).text;
    expect(await tasks()).toContain('To be told');
    expect(await tell(evaluator)).toMatchObject({ kind: 'denied' });
    await send(paths.expressions(question.reference), {}, { as: panel.moderator.id });
    expect(await tasks()).not.toMatch(/To be told|to judge/);
    const told = await toldOf('ExpressionsWereTold', question.id);
    expect(told.people).toEqual([chosen.id, other.id].sort());
    expect((await visit(address(), { as: chosen.id })).text).toContain('You are invited to bid in full');
    const refused = await visit(address(), { as: other.id });
    expect(refused.text).toContain('You are not invited to bid this time');
    expect(refused.text).toContain('No access to ports is shown.');
    expect(await start(other)).toMatchObject({ refusal: { name: 'OnlyTheInvitedBid' } });
    expect(await start(chosen)).toMatchObject({ kind: 'done' });
    const followers = await followersOf(database.db, question.id);
    expect(followers).toEqual(expect.arrayContaining([chosen.id, other.id]));
    expect(followers).not.toContain(regretful.id);
    expect(await tell(panel.moderator)).toMatchObject({ refusal: { name: 'ExpressionsAreTold' } });
    expect(await judge(evaluator, other, 'yes')).toMatchObject({ refusal: { name: 'ExpressionsAreTold' } });
    await expect(database.db.expression.updateMany({ data: { invited: true } })).rejects.toThrow(
      'ExpressionsAreNotJudged',
    );
  });
});

test('where bidders are hidden from the panel, so are those who expressed interest', async () => {
  const hidden = await makeQuestion({
    data: {
      bidsAnonymous: true,
      expressionsCloseAt: new Date(Date.now() + 8 * 86_400_000),
      expressionWords: 50,
      expressionCriteria: 'A method that fits.',
    },
  });
  const { evaluators } = await makePanel(hidden, { declared: false });
  await send(paths.expression(hidden.reference), fields('quay'), { as: regretful.id });
  await moveClock('3 days');
  await declareNothing(hidden.id, [evaluators[0].id], 'publication');
  const { reference } = await database.db.expression.findFirstOrThrow({ where: { questionId: hidden.id } });
  for (const path of [paths.expressions(hidden.reference), paths.judgeExpression(reference)]) {
    const page = await visit(path, { as: evaluators[0].id });
    expect(page.status).toBe(200);
    for (const name of [regretful.name, 'Rosa Lindqvist']) expect(page.html).not.toContain(name);
  }
});
