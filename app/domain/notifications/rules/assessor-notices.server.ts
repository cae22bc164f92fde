import type { Db } from '~/platform/db.server';
import type { SealedFact } from '../../reactions.server';
import { showDate } from '../../uk-time';
import { pages } from '../addresses';
import { leadsOfTeam, panelOf, unwalled } from '../recipients.server';
import { rulesAbout, textOf } from './rule.server';

const question = (db: Db, { nounId }: SealedFact) =>
  db.question.findUnique({
    where: { id: nounId },
    select: { id: true, reference: true, title: true, teamId: true, assignmentPlan: true },
  });

const bid = (db: Db, { nounId }: SealedFact) =>
  db.bid.findUnique({
    where: { id: nounId },
    select: {
      question: { select: { id: true, reference: true, title: true, seniorResponsibleOwnerId: true } },
    },
  });

const about = rulesAbout(question);
const aboutBid = rulesAbout(bid);

const due = (plan: { scoresDueOn: Date | null } | null): string =>
  plan?.scoresDueOn ? ` Scores are due on ${showDate(plan.scoresDueOn)}.` : '';

/** No notice names a bid or says how many there are. */
export const assessorNotices = [
  about('AssessorWasInvited', async ({ fact, db, thing }) => ({
    personIds: await unwalled(db, thing.id, [textOf(fact, 'personId')]),
    subject: `You are asked to assess: ${thing.title}`,
    body: 'Read what it is about, then accept with what you can take, or decline with a reason.',
    path: pages.assessing(thing.reference),
  })),
  about('AssessorInvitationWasWithdrawn', async ({ fact, db, thing }) => ({
    personIds: await unwalled(db, thing.id, [textOf(fact, 'personId')]),
    subject: `You are no longer asked to assess: ${thing.title}`,
    body: 'The team took its invitation back. There is nothing for you to do.',
    path: pages.question(thing.reference),
  })),
  about('AssessorInvitationWasAccepted', async ({ db, thing }) => ({
    personIds: await unwalled(db, thing.id, await leadsOfTeam(db, thing.teamId)),
    subject: `An assessor has accepted: ${thing.title}`,
    body: 'They are on the panel now.',
    path: pages.assessors(thing.reference),
  })),
  about('AssessorInvitationWasDeclined', async ({ db, thing }) => ({
    personIds: await unwalled(db, thing.id, await leadsOfTeam(db, thing.teamId)),
    subject: `An assessor has declined: ${thing.title}`,
    body: 'The reason stands beside their name. You may want to ask somebody else.',
    path: pages.assessors(thing.reference),
  })),
  about('AssignmentWasPlanned', async ({ db, thing }) => ({
    personIds: await panelOf(db, thing.id),
    subject: `Bids will be assigned: ${thing.title}`,
    body: 'Each evaluator scores only some of the bids. After the opening, say which you want and how well you know their fields.',
    path: pages.evaluation(thing.reference),
  })),
  about('AssignmentWasConfirmed', async ({ db, thing }) => ({
    personIds: await panelOf(db, thing.id, 'evaluator'),
    subject: `Bids are assigned: ${thing.title}`,
    body: `Read and score what is yours. What you cannot take, give back at once.${due(thing.assignmentPlan)}`,
    path: pages.evaluation(thing.reference),
  })),
  about('AssessorWasReminded', async ({ fact, db, thing }) => ({
    personIds: await unwalled(db, thing.id, [textOf(fact, 'personId')]),
    subject: `Your scores are awaited: ${thing.title}`,
    body: `The panel waits for them.${due(thing.assignmentPlan)}`,
    path: pages.evaluation(thing.reference),
  })),
  aboutBid('AssessmentWasRefused', async ({ db, thing: { question: asked } }) => ({
    personIds: await panelOf(db, asked.id, 'moderator'),
    subject: `An assessor gave a bid back: ${asked.title}`,
    body: 'Who could take its place is worked out for you to confirm.',
    path: pages.assignment(asked.reference),
  })),
  aboutBid('ConflictWasFlagged', async ({ db, thing: { question: asked } }) => ({
    personIds: await unwalled(db, asked.id, [
      asked.seniorResponsibleOwnerId,
      ...(await panelOf(db, asked.id, 'moderator')),
    ]),
    subject: `An assessor may have a conflict: ${asked.title}`,
    body: 'They said so of one bid, which will not be assigned to them.',
    path: pages.evaluation(asked.reference),
  })),
];
