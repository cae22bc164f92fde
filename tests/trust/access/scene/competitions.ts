import { run } from '~/domain/command.server';
import { recommend } from '~/domain/evaluation/commands/recommend.server';
import { keepPlan } from '~/domain/awards/changes/keep-plan.server';
import { newReference } from '~/domain/new-reference.server';
import { showReference } from '~/domain/reference';
import { addDays } from '~/domain/uk-time';
import { soundingsNow } from '~/platform/clock.server';
import { database } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';
import { makeAward, makeEvaluated } from '../../../support/factories/awards';
import { makeBid } from '../../../support/factories/bids';
import { actorInSession } from '../../../support/factories/people';
import { makeQuestion } from '../../../support/factories/questions';
import { done } from '../../../support/outcome';
import type { Cast } from './cast';
import { seatConflicted, seatPanel, type MadeQuestion } from './questions';
import type { Things } from './things';

interface MadeBid {
  id: string;
  reference: string;
}

/** The co-editor of every bid that the lead bidder leads. */
async function addEditor({ people }: Cast, bid: MadeBid): Promise<void> {
  const now = await soundingsNow(database());
  await database().bidMember.create({
    data: {
      bidId: bid.id,
      personId: people['co-editor of the bid'].id,
      role: 'editor',
      invitedAt: now,
      acceptedAt: now,
    },
  });
}

const keepBid = (things: Things, state: string, { reference }: MadeBid) =>
  things.keep('bid', state, { reference: showReference(reference), section: 'summary', position: '1' });

/** Bids before opening: a draft to which somebody is asked to join, one submitted, and a rival's. */
export async function makeSealedBids(cast: Cast, open: MadeQuestion, things: Things): Promise<void> {
  const { people, asking } = cast;
  const draft = await makeBid({ question: open, leadId: people['lead bidder'].id, submitted: false });
  await addEditor(cast, draft);
  await database().bidMember.create({
    data: {
      bidId: draft.id,
      personId: people['invited expert'].id,
      role: 'partner',
      invitedAt: await soundingsNow(database()),
    },
  });
  const other = await makeQuestion({ asking });
  await seatPanel(cast, other);
  const submitted = await makeBid({ question: other, leadId: people['lead bidder'].id });
  await addEditor(cast, submitted);
  const rival = await makeBid({ question: other, leadId: people['rival bidder'].id });
  keepBid(things, 'draft', draft);
  keepBid(things, 'submitted', submitted);
  keepBid(things, "the rival's", rival);
}

/** Who takes part in every competition of the scene. */
const partsOf = ({ asking, people }: Cast) => ({
  asking,
  evaluatorIds: [people.evaluator.id, people['expert and evaluator'].id],
  leadIds: [people['lead bidder'].id, people['rival bidder'].id] as [string, string],
});

/** Questions under evaluation: scored, and with a recommendation that waits for its decision. */
export async function makeEvaluations(cast: Cast, things: Things): Promise<void> {
  const scored = await makeEvaluated({ ...partsOf(cast), agreed: false });
  const ranked = await makeEvaluated({ ...partsOf(cast), routeSlug: 'funding-call' });
  for (const [state, { question, first }] of [
    ['in evaluation', scored],
    ['recommended', ranked],
  ] as const) {
    await seatConflicted(cast.people, question);
    await addEditor(cast, first);
    things.keep('question', state, {
      ...{ reference: showReference(question.reference), task: 'need' },
      what: 'assessors',
    });
    keepBid(things, state, first);
  }
  await sendList(cast, scored.question.id, things);
  await suspectEvaluator(cast, scored.question.id, scored.first.id, things);
  const asked = {
    reference: ranked.question.reference,
    outcome: 'awarded',
    bids: [ranked.first.reference],
    text: 'The best by far.',
    tieReason: '',
  };
  done(await run(recommend, await actorInSession(cast.people.moderator.id), asked));
}

async function sendList({ people }: Cast, questionId: string, things: Things) {
  const { reference } = await database().competitionList.create({
    data: {
      ...{ id: newId(), reference: newReference(), questionId, kind: 'assessors', name: 'Assessors.csv' },
      ...{ readById: people.author.id, readAt: await soundingsNow(database()) },
      rows: {
        create: { position: 1, cells: ['a@x.uk'], verdict: 'no', why: 'No verified member has this address' },
      },
    },
  });
  things.keep('competition list', 'read', { list: showReference(reference) });
}

async function suspectEvaluator({ people }: Cast, questionId: string, bidId: string, things: Things) {
  const { reference } = await database().conflict.create({
    data: {
      ...{ id: newId(), reference: newReference(), questionId, bidId, personId: people.evaluator.id },
      ...{ kind: 'coAuthor', suspectedAt: await soundingsNow(database()) },
    },
  });
  things.keep('conflict', 'suspected', { reference: showReference(reference) });
}

/** Awards from the decision to closing, and what was delivered for them. */
export async function makeAwards(cast: Cast, things: Things): Promise<void> {
  const stages = [
    { state: 'decided', over: { state: 'decided' }, question: 'decided' },
    { state: 'standstill', over: { state: 'standstill' } },
    { state: 'ready to contract', over: { state: 'readyToContract' } },
    { state: 'in delivery', over: { state: 'inDelivery' }, question: 'in delivery' },
    { state: 'delivered', over: { state: 'inDelivery' }, delivered: 'waiting' },
    { state: 'reviewed', over: { state: 'inDelivery' }, delivered: 'reviewed' },
    { state: 'accepted', over: { state: 'inDelivery' }, delivered: 'accepted' },
    { state: 'nothing owed', over: { state: 'inDelivery', milestones: [] } },
    { state: 'closed', over: { state: 'closed' } },
  ] as const;
  for (const stage of stages) {
    const over = stage.over as Parameters<typeof makeAward>[0];
    const made = await makeAward({ ...partsOf(cast), ...over });
    await seatConflicted(cast.people, made.question);
    await addEditor(cast, made.first);
    const tranche = stage.state === 'in delivery' ? await makeDelivery(cast, made, things) : newReference();
    things.keep('award', stage.state, {
      reference: showReference(made.award.reference),
      position: '1',
      kind: 'dates',
      number: '1',
      tranche: showReference(tranche),
    });
    if ('question' in stage)
      things.keep('question', stage.question, {
        reference: showReference(made.question.reference),
        task: 'need',
      });
    if (stage.state === 'delivered') await makeClaim(cast, made.award.id, things);
    if ('delivered' in stage) await deliverFor(cast, made.award.id, stage.delivered, things);
    if (stage.state === 'decided') {
      keepBid(things, 'decided', made.first);
      await makeSummariesSent(cast, things);
    }
    if (stage.state === 'in delivery') {
      keepBid(things, 'awarded', made.first);
      keepBid(things, 'not awarded', made.second);
    }
  }
}

/** Decided, every bidder told of their own bid, the notice not out yet. */
async function makeSummariesSent(cast: Cast, things: Things): Promise<void> {
  const { question } = await makeAward({ ...partsOf(cast), state: 'decided' });
  await seatConflicted(cast.people, question);
  await database().assessmentSummary.updateMany({
    where: { bid: { questionId: question.id } },
    data: { sentAt: await soundingsNow(database()) },
  });
  things.keep('question', 'summaries sent', { reference: showReference(question.reference) });
}

async function deliverFor({ people }: Cast, awardId: string, state: string, things: Things): Promise<void> {
  const db = database();
  const now = await soundingsNow(db);
  const milestone = await db.milestone.findFirstOrThrow({ where: { awardId } });
  const reviewed = { reviewedAt: now, reviewedById: people.evaluator.id, reviewNote: 'Sound.' };
  const accepted = { acceptedAt: now, acceptedById: people.author.id };
  const { id, reference } = await db.deliverable.create({
    data: {
      id: newId(),
      reference: newReference(),
      milestoneId: milestone.id,
      title: 'Final report',
      summary: 'What we found.',
      deliveredAt: now,
      deliveredById: people['lead bidder'].id,
      ...(state === 'waiting' ? {} : reviewed),
      ...(state === 'accepted' ? accepted : {}),
    },
  });
  if (state === 'accepted')
    await db.publicationClock.create({
      data: { deliverableId: id, rights: 'free', signedOffOn: now, dueOn: addDays(now, 84) },
    });
  const shown = showReference(reference);
  things.keep('deliverable', state, { reference: shown, deliverable: shown });
}

/** A payment claim that waits. */
async function makeClaim({ people }: Cast, awardId: string, things: Things): Promise<void> {
  const db = database();
  const milestone = await db.milestone.findFirstOrThrow({ where: { awardId } });
  const { reference } = await db.paymentClaim.create({
    data: {
      id: newId(),
      reference: newReference(),
      milestoneId: milestone.id,
      amount: 100,
      state: 'new',
      madeAt: await soundingsNow(db),
      madeById: people['lead bidder'].id,
    },
  });
  things.keep('claim', 'open', { reference: showReference(reference) });
}

/** A plan, a change asked for, a report, an obligation, and a funder with the tranche that is given back. */
async function makeDelivery(cast: Cast, made: Awaited<ReturnType<typeof makeAward>>, things: Things) {
  const db = database();
  const now = await soundingsNow(db);
  const { id: awardId } = made.award;
  const of = () => ({ id: newId(), reference: newReference(), awardId });
  const author = cast.people.author.id;
  await keepPlan(db, awardId, now, null);
  const change = { ...of(), number: 1, kind: 'scope', side: 'team', state: 'asked', reason: 'New law.' };
  await db.changeRequest.create({
    data: { ...change, proposal: { text: 'Ports.', title: '' }, askedAt: now, askedById: author },
  });
  const report = { ...of(), number: 1, dueOn: now, state: 'due' };
  await db.monitoringReport.create({ data: report });
  const owed = {
    ...of(),
    position: 1,
    kind: 'data',
    what: 'Files',
    recipient: 'Lead',
    dueOn: now,
    state: 'due',
  };
  await db.obligation.create({ data: owed });
  const { id: organisationId } = await db.organisation.findFirstOrThrow();
  const tranche = { id: newId(), reference: newReference(), position: 1, plannedOn: now, plannedAmount: 100 };
  const money = {
    id: newId(),
    awardId,
    organisationId,
    amount: 100,
    certainty: 'firm',
    recordedById: author,
  };
  await db.funding.create({
    data: { ...money, questionId: made.question.id, recordedAt: now, tranches: { create: tranche } },
  });
  things.keep('change', 'open', { reference: showReference(change.reference) });
  things.keep('monitoringReport', 'open', { reference: showReference(report.reference) });
  things.keep('obligation', 'open', { reference: showReference(owed.reference) });
  return tranche.reference;
}
