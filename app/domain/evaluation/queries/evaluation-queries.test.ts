import { describe, expect, test } from 'vitest';
import { countingQueries } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';
import { useDatabase } from '../../../../tests/support/database';
import { makeEvaluated } from '../../../../tests/support/factories/awards';
import { makeBid, makeExpert, openQuestion } from '../../../../tests/support/factories/bids';
import { makePanel, makeScores, makeWall } from '../../../../tests/support/factories/panels';
import { actorFor, makePerson } from '../../../../tests/support/factories/people';
import { makeQuestion } from '../../../../tests/support/factories/questions';
import type { Actor } from '../../actor';
import { ask } from '../../query.server';
import { consensusPage } from './consensus-page.server';
import { declarationPage } from './declaration-page.server';
import { declarationsPage } from './declarations-page.server';
import { evaluationPage } from './evaluation-page.server';
import { moderationPage } from './moderation-page.server';
import { panelPage } from './panel-page.server';
import { rankingPage } from './ranking-page.server';
import { scoringPage } from './scoring-page.server';

const store = useDatabase();

const shownOrNot = (view: object | null) =>
  view === null ? 404 : 'kind' in view && 'why' in view ? 403 : 200;

/** The view itself, where the actor is expected to see it. */
const viewOf = <View extends object>(view: View | null) => {
  if (shownOrNot(view) !== 200) throw new Error('expected a view');
  return view as Exclude<View, { kind: 'deny' }>;
};

async function scoring() {
  const question = await makeQuestion({ state: 'closed' });
  const bids = [await makeBid({ question }), await makeBid({ question })] as const;
  const panel = await makePanel(question);
  await openQuestion(question);
  await store.db.question.update({ where: { id: question.id }, data: { evaluationStartedAt: new Date() } });
  return { question, bids, panel };
}

describe('independent scores', () => {
  test('show to an evaluator only once their own for that bid are in', async () => {
    const { question, bids, panel } = await scoring();
    const [one, two] = panel.evaluators;
    await makeScores(bids[0], question, two, 5);
    const read = async (actor: Actor) =>
      viewOf(await ask(scoringPage, actor, { reference: bids[0].reference }));
    expect((await read(one)).criteria.map(({ others }) => others)).toEqual(question.criteria.map(() => null));
    expect(JSON.stringify(await read(one))).not.toContain('Evidence in section');
    const early = viewOf(await ask(moderationPage, one, { reference: question.reference }));
    expect(early.bids.map(({ results }) => results)).toEqual([null, null]);
    await makeScores(bids[0], question, one, 3);
    expect((await read(one)).criteria[0]?.others).toEqual([
      { name: two.name, value: 5, reason: 'Evidence in section 1.' },
    ]);
    const late = viewOf(await ask(moderationPage, one, { reference: question.reference }));
    const [scored, other] = [bids[0], bids[1]].map(({ reference }) =>
      late.bids.find((bid) => bid.reference === reference),
    );
    expect(scored?.results?.[0]).toMatchObject({ values: [3, 5], disagreement: true, agreed: '4' });
    expect(other?.results).toBeNull();
  });

  test('of a draft are nobody else’s', async () => {
    const { question, bids, panel } = await scoring();
    const [one, two] = panel.evaluators;
    const criterionId = question.criteria[0]?.id ?? '';
    await store.db.score.create({
      data: {
        bidId: bids[0].id,
        criterionId,
        personId: two.id,
        value: 1,
        reason: 'Secret thought',
        savedAt: new Date(),
      },
    });
    await makeScores(bids[0], question, one, 3);
    for (const actor of [one, panel.moderator]) {
      const view = await ask(scoringPage, actor, { reference: bids[0].reference });
      expect(JSON.stringify(view)).not.toContain('Secret thought');
    }
  });

  test('show to the moderator once everybody’s are in', async () => {
    const { question, bids, panel } = await scoring();
    const read = async () =>
      viewOf(await ask(consensusPage, panel.moderator, { reference: bids[0].reference }));
    await makeScores(bids[0], question, panel.evaluators[0], 2);
    expect(await read()).toMatchObject({ complete: false, may: { record: false } });
    expect(JSON.stringify(await read())).not.toContain('Evidence in section');
    await makeScores(bids[0], question, panel.evaluators[1], 4);
    expect((await read()).criteria[0]).toMatchObject({ disagreement: true, scores: [{}, {}] });
  });
});

describe('reading a bid', () => {
  test('is for the panel that declared, leaves a fact, and is no right of a team role or of opening', async () => {
    const { question, bids, panel } = await scoring();
    const read = async (actor: Actor) =>
      shownOrNot(await ask(scoringPage, actor, { reference: bids[0].reference }));
    expect(await read(panel.evaluators[0])).toBe(200);
    expect(await read(panel.moderator)).toBe(200);
    for (const actor of [panel.author, panel.owner, panel.budgetHolder]) expect(await read(actor)).toBe(403);
    expect(await read(await actorFor(bids[1].leadId))).toBe(404);
    expect(await read(await makeExpert())).toBe(404);
    await store.db.panelMembership.create({
      data: {
        questionId: question.id,
        personId: question.asking.evaluatorId,
        role: 'evaluator',
        appointedById: panel.author.id,
        appointedAt: new Date(),
      },
    });
    expect(await read(await actorFor(question.asking.evaluatorId))).toBe(403);
    const facts = await store.db.fact.findMany({ where: { name: 'BidWasRead', nounId: bids[0].id } });
    expect(facts.map(({ actorId }) => actorId).sort()).toEqual(
      [panel.evaluators[0].id, panel.moderator.id].sort(),
    );
  });
});

describe('a wall', () => {
  test('hides every page of the evaluation', async () => {
    const { question, panel, first } = await makeEvaluated();
    await makeWall(question.id, panel.evaluators[0].id);
    await makeWall(question.id, panel.owner.id);
    const { reference } = question;
    for (const { id } of [panel.evaluators[0], panel.owner]) {
      const behind = await actorFor(id);
      const pages = [
        evaluationPage,
        panelPage,
        declarationPage,
        declarationsPage,
        moderationPage,
        rankingPage,
      ];
      for (const page of pages)
        expect(shownOrNot(await ask<never, never, object>(page as never, behind, { reference }))).toBe(404);
      expect(shownOrNot(await ask(scoringPage, behind, { reference: first.reference }))).toBe(404);
    }
  });

  test('around one bid takes it out of every list and count', async () => {
    const { question, panel, first, second } = await makeEvaluated({ routeSlug: 'funding-call' });
    await makeWall(question.id, panel.evaluators[0].id, first.id);
    const behind = await actorFor(panel.evaluators[0].id);
    const { reference } = question;
    const views = [
      await ask(evaluationPage, behind, { reference }),
      await ask(moderationPage, behind, { reference }),
      await ask(rankingPage, behind, { reference }),
    ];
    for (const view of views) {
      expect(shownOrNot(view)).toBe(200);
      expect(JSON.stringify(view)).not.toContain(first.reference);
      expect(JSON.stringify(view)).toContain(second.reference);
    }
    expect(shownOrNot(await ask(scoringPage, behind, { reference: first.reference }))).toBe(404);
  });

  test('around one bid keeps the state of a recommendation or a decision from who is behind it', async () => {
    const { question, panel, first, second } = await makeEvaluated({ routeSlug: 'funding-call' });
    const [behind, beside] = panel.evaluators;
    await makeWall(question.id, behind.id, first.id);
    const stages = async ({ id }: { id: string }) => {
      const [actor, { reference }] = [await actorFor(id), question];
      return [
        viewOf(await ask(evaluationPage, actor, { reference })).stage,
        viewOf(await ask(moderationPage, actor, { reference })).stage,
        viewOf(await ask(scoringPage, actor, { reference: second.reference })).stage,
      ];
    };
    const same = (stage: string) => [stage, stage, stage];
    const [at, { ownerId, moderatorId }] = [new Date(), question.asking];
    const { id } = await store.db.recommendation.create({
      data: {
        ...{ id: newId(), questionId: question.id, outcome: 'awarded', text: 'The better one.' },
        ...{ bidIds: [first.id], ranking: [], madeById: moderatorId, madeAt: at },
      },
    });
    expect([await stages(beside), await stages(behind)]).toEqual([same('recommended'), same('ranking')]);
    await store.db.recommendation.update({ where: { id }, data: { approvedAt: at, approvedById: ownerId } });
    await store.db.question.update({
      where: { id: question.id },
      data: { decidedAt: at, outcome: 'awarded' },
    });
    expect([await stages(beside), await stages(behind)]).toEqual([same('decided'), same('ranking')]);
  });
});

describe('before opening', () => {
  test('nothing tells of bids', async () => {
    const question = await makeQuestion({ state: 'closed' });
    await makeBid({ question });
    const panel = await makePanel(question, { declared: false });
    const { reference } = question;
    expect(viewOf(await ask(evaluationPage, panel.moderator, { reference }))).toMatchObject({
      bids: null,
      stage: 'beforeOpening',
    });
    expect(viewOf(await ask(declarationPage, panel.moderator, { reference })).bidders).toBeNull();
    expect(shownOrNot(await ask(moderationPage, panel.moderator, { reference }))).toBe(403);
  });

  test('the list to declare against is alphabetical and tied to no bid', async () => {
    const question = await makeQuestion({ state: 'closed' });
    const [zoe, adam] = [
      await makePerson({ name: 'Zoe', expert: true }),
      await makePerson({ name: 'Adam', expert: true }),
    ];
    for (const { id } of [zoe, adam]) await makeBid({ question, leadId: id });
    const panel = await makePanel(question, { declared: false });
    await openQuestion(question);
    const view = viewOf(await ask(declarationPage, panel.evaluators[0], { reference: question.reference }));
    const people = (view.bidders ?? []).filter(({ kind }) => kind === 'person').map(({ name }) => name);
    expect(people).toEqual(['Adam', 'Zoe']);
    expect(Object.keys(view.bidders?.[0] ?? {}).sort()).toEqual(['kind', 'name', 'reference', 'self']);
  });
});

test('the ranking is the panel’s, the owner’s with a recommendation, and hides nothing of its ties', async () => {
  const { question, panel } = await makeEvaluated();
  const see = async (actor: Actor) => ask(rankingPage, actor, { reference: question.reference });
  expect(viewOf(await see(panel.moderator))).toMatchObject({
    rows: [
      { rank: 1, quality: '80', price: '83.33', total: '81', tie: 'none' },
      { rank: 2, quality: '40', price: '100', total: '58' },
    ],
    may: { recommend: true, decide: false },
  });
  expect(shownOrNot(await see(panel.owner))).toBe(403);
  expect(shownOrNot(await see(panel.author))).toBe(403);
});

test('a page takes as many statements for ten bids as for two', async () => {
  const { question, panel, bids } = await scoring();
  const count = async () =>
    (await countingQueries(() => ask(evaluationPage, panel.moderator, { reference: question.reference })))
      .queries;
  const few = await count();
  expect(few).toBeLessThanOrEqual(6);
  expect(bids).toHaveLength(2);
  const more = await makeQuestion({ state: 'closed' });
  for (let made = 0; made < 10; made += 1) await makeBid({ question: more });
  const crowd = await makePanel(more);
  await openQuestion(more);
  const { queries } = await countingQueries(() =>
    ask(evaluationPage, crowd.moderator, { reference: more.reference }),
  );
  expect(queries).toBe(few);
});
