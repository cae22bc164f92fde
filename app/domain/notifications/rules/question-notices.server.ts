import type { Db } from '~/platform/db.server';
import { showInstant } from '../../uk-time';
import { pages } from '../addresses';
import { followersOf, matchedExperts, panelOf, teamOf } from '../recipients.server';
import { rulesAbout, textOf } from './rule.server';

const question = (db: Db, { nounId }: { nounId: string }) =>
  db.question.findUnique({
    where: { id: nounId },
    select: {
      id: true,
      reference: true,
      title: true,
      authorId: true,
      seniorResponsibleOwnerId: true,
      closesAt: true,
      returnedReason: true,
      withdrawnReason: true,
      decisionDate: true,
      route: { select: { name: true, takesBids: true } },
      invitations: { where: { personId: { not: null }, declinedAt: null }, select: { personId: true } },
    },
  });

const about = rulesAbout(question);
const named = (...ids: (string | null | undefined)[]): string[] => ids.filter((id) => typeof id === 'string');

const invitation = (asked: NonNullable<Awaited<ReturnType<typeof question>>>): string => {
  const what = asked.route.takesBids ? 'Bids close' : 'Answers are due';
  return `${asked.route.name}: ${asked.title}.\n${asked.closesAt ? `${what} on ${showInstant(asked.closesAt)}.` : ''}`;
};

export const questionNotices = [
  about('QuestionWasSubmittedForApproval', async ({ thing }) => ({
    personIds: named(thing.seniorResponsibleOwnerId),
    subject: `For your approval: ${thing.title}`,
    body: 'A question of your team waits for your approval. Nobody outside the team can see it until you publish it.',
    path: pages.question(thing.reference),
  })),
  about('QuestionWasReturned', async ({ thing }) => ({
    personIds: named(thing.authorId),
    subject: `Returned to you: ${thing.title}`,
    body: `The senior responsible owner asks for changes: ${thing.returnedReason ?? ''}`,
    path: pages.questionDraft(thing.reference),
  })),
  about('QuestionWasPublished', async ({ db, thing }) => ({
    personIds: await teamOf(db, thing.id),
    subject: `Published: ${thing.title}`,
    body: 'Your team’s question is published. Its text is now fixed; small corrections are addenda.',
    path: pages.question(thing.reference),
  })),
  about(
    'QuestionWasPublished',
    async ({ thing }) => ({
      personIds: named(...thing.invitations.map(({ personId }) => personId)),
      subject: `You are invited: ${thing.title}`,
      body: invitation(thing),
      path: pages.question(thing.reference),
    }),
    'invited',
  ),
  about(
    'QuestionWasPublished',
    async ({ db, thing }) => ({
      personIds: (await matchedExperts(db, thing.id)).filter(
        (id) => !thing.invitations.some(({ personId }) => personId === id),
      ),
      subject: `In your field: ${thing.title}`,
      body: `${invitation(thing)}\nYou hear of it because your profile names one of its threat areas.`,
      path: pages.question(thing.reference),
    }),
    'matched',
  ),
  about('AddendumWasPublished', async ({ db, thing }) => ({
    personIds: [...(await followersOf(db, thing.id)), ...(await teamOf(db, thing.id))],
    subject: `Addendum: ${thing.title}`,
    body: 'The team has added to the text of this question. Read the addendum before you go on.',
    path: pages.question(thing.reference),
  })),
  about('QuestionWasWithdrawn', async ({ db, thing }) => ({
    personIds: [
      ...(await followersOf(db, thing.id)),
      ...(await teamOf(db, thing.id)),
      ...(await panelOf(db, thing.id)),
    ],
    subject: `Withdrawn: ${thing.title}`,
    body: `The team has withdrawn this question: ${thing.withdrawnReason ?? ''}`,
    path: pages.question(thing.reference),
  })),
  about('ExpertWasInvited', async ({ fact, thing }) => ({
    personIds: named(textOf(fact, 'personId')),
    subject: `You are invited: ${thing.title}`,
    body: invitation(thing),
    path: pages.question(thing.reference),
  })),
  about('QuestionWasAnswered', async ({ db, thing }) => ({
    personIds: [...(await teamOf(db, thing.id)), ...(await followersOf(db, thing.id))],
    subject: `Answered: ${thing.title}`,
    body: 'This question has its answer. What was found can now be put in the knowledge base.',
    path: pages.question(thing.reference),
  })),
];
