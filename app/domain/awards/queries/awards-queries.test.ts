import { describe, expect, test } from 'vitest';
import { useDatabase } from '../../../../tests/support/database';
import { makeAward, makeEvaluated } from '../../../../tests/support/factories/awards';
import { makeExpert } from '../../../../tests/support/factories/bids';
import { makeWall } from '../../../../tests/support/factories/panels';
import { actorFor, makePerson } from '../../../../tests/support/factories/people';
import { countingQueries } from '~/platform/db.server';
import type { Actor } from '../../actor';
import { newReference } from '../../new-reference.server';
import { ask } from '../../query.server';
import { redacted } from '../file/bids-on-file.server';
import { assessmentSummaryForBidder } from './assessment-summary-for-bidder.server';
import { awardPage } from './award-page.server';
import { deliverablePage } from './deliverable-page.server';
import { ownAwards } from './own-awards.server';
import { questionFile } from './question-file.server';
import { summariesPage } from './summaries-page.server';

const store = useDatabase();

const answer = async (asked: Promise<object | null>) => {
  const view = await asked;
  return view === null ? 404 : 'kind' in view && 'why' in view ? 403 : 200;
};

describe('an award', () => {
  test('is there for the asking side alone until its notice', async () => {
    const { award, panel, first, second } = await makeAward({ state: 'decided' });
    const see = async (actor: Actor) => answer(ask(awardPage, actor, { reference: award.reference }));
    expect(await see(panel.owner)).toBe(200);
    expect(await see(panel.evaluators[0])).toBe(200);
    for (const { leadId } of [first, second]) expect(await see(await actorFor(leadId))).toBe(404);
    expect(await see(await makeExpert())).toBe(404);
    expect(await see({ kind: 'visitor', asOf: new Date() })).toBe(404);
  });

  test('is known from its notice on, its milestones to the two sides of the contract alone', async () => {
    const { award, panel, first } = await makeAward({ state: 'standstill' });
    const see = (actor: Actor) => ask(awardPage, actor, { reference: award.reference });
    expect((await see(await actorFor(first.leadId)))?.milestones).toHaveLength(1);
    expect((await see(panel.author))?.milestones).toHaveLength(1);
    const other = await see(await makeExpert());
    expect(other).toMatchObject({ amount: 6_000_000, milestones: null, contractReference: null });
    expect(await see({ kind: 'visitor', asOf: new Date() })).toBeNull();
  });

  test('is hidden from whoever has a conflict, until it is public within the network', async () => {
    const before = await makeAward({ state: 'decided' });
    const { id: questionId } = before.question;
    await makeWall(questionId, before.panel.evaluators[0].id);
    const behind = await actorFor(before.panel.evaluators[0].id);
    expect(await answer(ask(awardPage, behind, { reference: before.award.reference }))).toBe(404);
    expect(await answer(ask(questionFile, behind, { reference: before.question.reference }))).toBe(404);
    expect(await answer(ask(summariesPage, behind, { reference: before.question.reference }))).toBe(404);
  });

  test('stands on the winner’s list with what is due', async () => {
    const { award, first, second } = await makeAward({ state: 'inDelivery' });
    const mine = await ask(ownAwards, await actorFor(first.leadId), {});
    expect(mine).toMatchObject([
      { reference: award.reference, state: 'inDelivery', nextTitle: 'Final report' },
    ]);
    expect(await ask(ownAwards, await actorFor(second.leadId), {})).toEqual([]);
  });
});

describe('a summary', () => {
  test('is the bidder’s own, once sent, and names the winner from the notice on', async () => {
    const unsent = await makeAward({ state: 'decided' });
    const see = async (bid: { reference: string }, personId: string) =>
      ask(assessmentSummaryForBidder, await actorFor(personId), { reference: bid.reference });
    expect(await see(unsent.second, unsent.second.leadId)).toBeNull();
    await store.db.assessmentSummary.updateMany({
      where: { bidId: unsent.second.id },
      data: { sentAt: new Date() },
    });
    const told = await see(unsent.second, unsent.second.leadId);
    expect(told).toMatchObject({ content: { outcome: 'notAwarded' }, winners: [] });
    expect(await see(unsent.second, unsent.first.leadId)).toBeNull();
    expect(await see(unsent.second, unsent.panel.owner.id)).toBeNull();
    const noticed = await makeAward({ state: 'standstill' });
    const then = await see(noticed.second, noticed.second.leadId);
    expect(then?.winners).toMatchObject([{ reference: noticed.award.reference }]);
    expect(JSON.stringify(then)).not.toContain('Evidence in section');
  });
});

describe('a deliverable', () => {
  test('is for the two sides of the contract', async () => {
    const { award, panel, first, second } = await makeAward({ state: 'inDelivery' });
    const milestone = await store.db.milestone.findFirstOrThrow({ where: { awardId: award.id } });
    const reference = newReference();
    await store.db.deliverable.create({
      data: {
        id: crypto.randomUUID(),
        reference,
        milestoneId: milestone.id,
        title: 'Report',
        summary: 'In short: yes.',
        deliveredAt: new Date(),
        deliveredById: first.leadId,
      },
    });
    const see = async (actor: Actor) => ask(deliverablePage, actor, { reference });
    expect(await see(await actorFor(first.leadId))).toMatchObject({
      own: true,
      may: { review: false, accept: false },
    });
    expect(await see(panel.owner)).toMatchObject({
      own: false,
      may: { review: true, accept: false, return: true },
    });
    expect(await see(await actorFor(second.leadId))).toBeNull();
    expect(await see(await makeExpert())).toBeNull();
  });
});

describe('the file', () => {
  test('says who may read it, and that they did', async () => {
    const { question, panel, first } = await makeEvaluated();
    const { reference } = question;
    const see = async (actor: Actor) => answer(ask(questionFile, actor, { reference }));
    const coordinator = await actorFor((await makePerson({ roles: ['coordinator'] })).id);
    const auditor = await actorFor((await makePerson({ roles: ['auditor'] })).id);
    expect(await see(panel.owner)).toBe(200);
    expect(await see(panel.moderator)).toBe(200);
    expect(await see(coordinator)).toBe(200);
    expect(await see(panel.author)).toBe(403);
    expect(await see(panel.evaluators[0])).toBe(403);
    expect(await see(auditor)).toBe(404);
    expect(await see(await actorFor(first.leadId))).toBe(404);
    const reads = await store.db.fact.findMany({
      where: { name: 'QuestionFileWasRead', nounId: question.id },
    });
    expect(reads).toHaveLength(3);
    expect(reads.find(({ actorId }) => actorId === panel.moderator.id)?.data).toMatchObject({
      bidIds: expect.arrayContaining([first.id]) as string[],
    });
  });

  test('holds bids, scores and ranking as far as the reader may see them', async () => {
    const { question, panel } = await makeEvaluated({ agreed: false });
    const { reference } = question;
    expect(await ask(questionFile, panel.owner, { reference })).toMatchObject({
      bids: null,
      scores: null,
      ranking: null,
    });
    expect(await ask(questionFile, panel.moderator, { reference })).toMatchObject({
      scores: null,
      ranking: null,
    });
    const decided = await makeAward({ state: 'standstill' });
    const whole = await ask(questionFile, decided.panel.owner, { reference: decided.question.reference });
    expect(whole).toMatchObject({
      ranking: [{ rank: 1, quality: '80' }, { rank: 2 }],
      awards: [{ amount: 6_000_000 }],
    });
    expect(JSON.stringify(whole)).toContain('Evidence in section 1.');
  });

  test('withholds what a bidder marked confidential', async () => {
    const { first, question } = await makeEvaluated();
    const criteria = question.criteria.map((one) => ({ ...one }));
    const quality = {
      ...first.content.quality,
      confidential: [{ section: 'criterion-2', reason: 'Ours', until: null }],
    };
    const shown = redacted(quality, criteria);
    expect(shown.answers[0]?.text).toContain('harbour');
    expect(shown.answers[1]?.text).toBe('Marked confidential by the bidder, so not printed here.');
    expect(
      redacted({ ...quality, confidential: [{ section: 'summary', reason: '', until: null }] }, criteria)
        .summary,
    ).toContain('not printed');
  });
});

test('the award page takes five statements, whatever it holds', async () => {
  const { award, panel } = await makeAward({ state: 'inDelivery' });
  const { queries } = await countingQueries(() =>
    ask(awardPage, panel.owner, { reference: award.reference }),
  );
  expect(queries).toBeLessThanOrEqual(5);
});
