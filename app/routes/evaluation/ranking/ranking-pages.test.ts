import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { paths } from '~/paths';
import { useDatabase } from '../../../../tests/support/database';
import { makeAward, makeEvaluated } from '../../../../tests/support/factories/awards';
import { bidderOf, makeCompetition } from '../../../../tests/support/factories/competitions';
import { makeScores, makeWall } from '../../../../tests/support/factories/panels';
import { makePerson } from '../../../../tests/support/factories/people';
import { send, visit, visitData } from '../../../../tests/support/site';

const database = useDatabase();
type Ranked = Awaited<ReturnType<typeof makeEvaluated>>;
let ranked: Ranked;
let coordinator: string;
let auditor: string;

beforeAll(async () => {
  coordinator = (await makePerson({ roles: ['coordinator'] })).id;
  auditor = (await makePerson({ roles: ['auditor'] })).id;
});
beforeEach(async () => {
  ranked = await makeEvaluated();
});

const ranking = (of: Ranked = ranked) => paths.ranking(of.question.reference);
const address = (of: Ranked = ranked) => paths.recommendation(of.question.reference);
const recommend = (fields: Record<string, string | string[]>, of: Ranked = ranked) =>
  send(
    address(of),
    { outcome: 'awarded', text: 'The better bid.', ...fields },
    { as: of.panel.moderator.id },
  );

describe('the ranking', () => {
  test('orders bids by total, with quality, price and what they rest on', async () => {
    const page = await visit(ranking(), { as: ranked.panel.evaluators[0].id });
    const [first, second] = page.rows;
    // 80 of quality and the dearer price of two: 0.7 × 80 + 0.3 × 83.33.
    expect(first).toEqual(['1', await bidderOf(ranked.first), '80', '83.33', '81', '£60,000']);
    expect(second).toEqual(['2', await bidderOf(ranked.second), '40', '100', '58', '£50,000']);
    expect(page.text).toContain('Total = 70% quality + 30% price');
    expect(page.text).toContain(`How ${await bidderOf(ranked.first)} was scored`);
    expect(page.text).toContain('The mean of the independent scores, without a consensus');
  });

  test('a bid below a minimum has no rank, an excluded one stands apart with its reason', async () => {
    const { question, panel, first, second } = await makeEvaluated({ agreed: false });
    await database.db.$executeRaw`ALTER TABLE criterion DISABLE TRIGGER USER`;
    await database.db.criterion.updateMany({
      where: { questionId: question.id, position: 1 },
      data: { minimum: 3 },
    });
    await database.db.$executeRaw`ALTER TABLE criterion ENABLE TRIGGER USER`;
    await database.db.question.update({ where: { id: question.id }, data: { qualityAgreedAt: new Date() } });
    const path = paths.ranking(question.reference);
    const page = await visit(path, { as: panel.moderator.id });
    expect(page.rows[1]?.[0]).toBe('None');
    expect(page.rows[1]?.[1]).toContain('Below a minimum score, so not ranked');
    expect(page.rows[0]?.[3]).toBe('100');
    await database.db.bid.update({
      where: { id: first.id },
      data: { excludedAt: new Date(), excludedReason: 'No <b>insurance</b>' },
    });
    const less = await visit(path, { as: panel.moderator.id });
    expect(less.text).toContain(`${await bidderOf(first)}: No <b>insurance</b>`);
    expect(less.rows.map(([, who]) => who)).toEqual([expect.stringContaining(await bidderOf(second))]);
  });

  test('on a funding call price is shown and not scored', async () => {
    const call = await makeEvaluated({ routeSlug: 'funding-call' });
    const page = await visit(ranking(call), { as: call.panel.moderator.id });
    expect(page.text).toContain('Price is not scored on this route');
    expect(page.$('th').text()).not.toContain('Price score');
    expect(page.rows[0]?.slice(2)).toEqual(['80', '80', '£60,000']);
  });

  test('is the panel’s; owner, coordinator, auditor and the rest wait or never see it', async () => {
    const { panel, first } = ranked;
    for (const { id } of [panel.moderator, panel.evaluators[1]])
      expect((await visit(ranking(), { as: id })).status).toBe(200);
    const owner = await visit(ranking(), { as: panel.owner.id });
    expect([owner.status, owner.text.includes('with the moderator’s recommendation')]).toEqual([403, true]);
    for (const as of [panel.author.id, panel.budgetHolder.id, coordinator])
      expect((await visit(ranking(), { as })).status).toBe(403);
    for (const as of [first.leadId, auditor, (await makePerson()).id])
      expect((await visit(ranking(), { as })).status).toBe(404);
    expect((await visit(ranking())).location).toContain(paths.signIn());
    const decided = await makeAward({ state: 'decided' });
    for (const as of [decided.panel.owner.id, coordinator, auditor])
      expect((await visit(ranking(decided), { as })).status).toBe(200);
    expect((await visit(ranking(decided), { as: decided.panel.author.id })).status).toBe(403);
  });

  test('is not there before quality is agreed, price unseen', async () => {
    const early = await makeEvaluated({ agreed: false });
    expect((await visit(ranking(early), { as: early.panel.moderator.id })).status).toBe(404);
    expect((await visitData(ranking(early), { as: early.panel.moderator.id })).body).not.toMatch(
      /6000000|5000000/,
    );
  });

  test('offers the next step to whom it belongs alone', async () => {
    const { moderator, evaluators } = ranked.panel;
    expect((await visit(ranking(), { as: moderator.id })).links).toContainEqual({
      text: 'Recommend',
      href: address(),
    });
    expect((await visit(ranking(), { as: evaluators[0].id })).links.map(({ href }) => href)).not.toContain(
      address(),
    );
  });
});

describe('recommending', () => {
  test('sends the choice to the owner with its reasons, and waits alone', async () => {
    const form = await visit(address(), { as: ranked.panel.moderator.id });
    expect(form.text).toContain('There is 1 award and £120,000 to spend');
    expect(form.fields).toMatchObject({ outcome: '', bids: [], text: '' });
    const sent = await recommend({ bids: ranked.first.reference, text: 'Sound <b>method</b>.\nGood price.' });
    expect([sent.location, sent.banner]).toEqual([
      ranking(),
      'Your recommendation is with the senior responsible owner',
    ]);
    const owner = await visit(ranking(), { as: ranked.panel.owner.id });
    expect(owner.text).toContain(`Award: ${await bidderOf(ranked.first)}`);
    expect(owner.text).toContain('Sound <b>method</b>.');
    expect(owner.links).toContainEqual({
      text: 'Decide on the recommendation',
      href: paths.decision(ranked.question.reference),
    });
    const twice = await recommend({ bids: ranked.first.reference });
    expect([twice.status, twice.errors]).toEqual([
      422,
      ['A recommendation follows the ranking, and only one waits at a time.'],
    ]);
  });

  test.each([
    ['nothing', { outcome: '', text: '' }, ['Choose what you recommend', 'Say why']],
    ['an invented outcome', { outcome: 'lottery' }, ['Choose what you recommend']],
    ['an award to nobody', {}, ['Choose the bid to award']],
    [
      'too many words',
      { outcome: 'cancelled', text: 'x'.repeat(10_001) },
      ['Use 10,000 characters or fewer'],
    ],
    [
      'a long word on a tie',
      { outcome: 'cancelled', tieReason: 'x'.repeat(2001) },
      ['Use 2,000 characters or fewer'],
    ],
  ])('%s is refused in words, and what was typed is kept', async (_, fields, messages) => {
    const page = await recommend(fields);
    expect([page.status, page.errors]).toEqual([422, messages]);
    if ('text' in fields) expect(page.fields['text']).toBe(fields.text);
  });

  test('follows the ranking, the number of awards and the bids of this question', async () => {
    const { first, second } = ranked;
    const cases: [string | string[], string][] = [
      [second.reference, 'A bid that ranks higher is not chosen. Awards follow the ranking'],
      [[first.reference, second.reference], 'This question has 1 award to give'],
      [(await makeEvaluated()).first.reference, 'Choose from the bids of this question'],
    ];
    for (const [bids, message] of cases) {
      const page = await recommend({ bids });
      expect([page.status, page.messageBeside('bids'), page.lostErrors]).toEqual([422, message, []]);
    }
    const none = await recommend({ outcome: 'noneSuitable', bids: first.reference });
    expect(none.messageBeside('bids')).toBe('Choose no bid, unless you recommend an award');
    expect(none.fields).toMatchObject({
      outcome: 'noneSuitable',
      bids: [first.reference],
      text: 'The better bid.',
    });
  });

  test('bids exactly level ask for a reason, beside a field of its own', async () => {
    const level = await makeCompetition({ routeSlug: 'funding-call' });
    for (const evaluator of level.panel.evaluators)
      for (const bid of [level.first, level.second]) await makeScores(bid, level.question, evaluator, 4);
    await database.db.question.update({
      where: { id: level.question.id },
      data: { qualityAgreedAt: new Date() },
    });
    const page = await visit(address(level), { as: level.panel.moderator.id });
    expect(page.text).toContain('Exactly level: the moderator gives a reason');
    const refused = await recommend({ bids: level.first.reference }, level);
    expect(refused.messageBeside('tieReason')).toBe('Bids stand exactly level. Say why this one is chosen');
    const sent = await recommend({ bids: level.first.reference, tieReason: 'It starts sooner.' }, level);
    expect(sent.status).toBe(303);
    expect((await visit(ranking(level), { as: level.panel.moderator.id })).text).toContain(
      'Between bids exactly level: It starts sooner.',
    );
  });

  test('is the moderator’s, without a conflict about any of the bids', async () => {
    const { panel, first, question } = ranked;
    const fields = { outcome: 'awarded', bids: first.reference, text: 'Mine' };
    for (const { id } of [panel.evaluators[0], panel.owner, panel.author])
      expect((await send(address(), fields, { as: id })).status).toBe(403);
    expect((await visit(address(), { as: panel.evaluators[0].id })).buttons).toEqual([]);
    expect((await send(address(), fields, { as: first.leadId })).status).toBe(404);
    await makeWall(question.id, panel.moderator.id, ranked.second.id);
    expect((await send(address(), fields, { as: panel.moderator.id })).status).toBe(403);
  });
});

describe('returning a recommendation', () => {
  const path = (of: Ranked = ranked) => paths.returnRecommendation(of.question.reference);
  const giveBack = (reason: string, as = ranked.panel.owner.id) => send(path(), { reason }, { as });

  test('the owner says why; the moderator reads it and makes another', async () => {
    await recommend({ bids: ranked.first.reference });
    expect((await visit(path(), { as: ranked.panel.owner.id })).heading).toBe('Return the recommendation');
    const sent = await giveBack('Look at <i>risk</i> again.');
    expect([sent.location, sent.banner]).toEqual([
      paths.evaluation(ranked.question.reference),
      'The recommendation is back with the moderator',
    ]);
    const page = await visit(address(), { as: ranked.panel.moderator.id });
    expect(page.text).toMatch(/Returned on .*: Look at <i>risk<\/i> again\./);
    expect(page.buttons).toContain('Send the recommendation');
    expect((await visit(ranking(), { as: ranked.panel.owner.id })).status).toBe(403);
    expect((await recommend({ bids: ranked.first.reference })).status).toBe(303);
  });

  test.each([
    ['nothing', '', 'Say what the panel should look at again'],
    ['too much', 'x'.repeat(2001), 'Use 2,000 characters or fewer'],
  ])('%s is refused beside the field', async (_, reason, message) => {
    await recommend({ bids: ranked.first.reference });
    const page = await giveBack(reason);
    expect([page.status, page.messageBeside('reason'), page.fields['reason'], page.lostErrors]).toEqual([
      422,
      message,
      reason,
      [],
    ]);
  });

  test('is the owner’s, while one waits', async () => {
    expect((await giveBack('Why')).status).toBe(404);
    expect((await visit(path(), { as: ranked.panel.owner.id })).status).toBe(403);
    await recommend({ bids: ranked.first.reference });
    for (const { id } of [ranked.panel.moderator, ranked.panel.evaluators[0]]) {
      expect((await visit(path(), { as: id })).status).toBe(403);
      expect((await giveBack('Why', id)).status).toBe(403);
    }
    expect((await giveBack('Why', ranked.first.leadId)).status).toBe(404);
  });
});
