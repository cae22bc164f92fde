import type { Db } from '~/platform/db.server';
import { showInstant } from '../../uk-time';
import { pages } from '../addresses';
import { expertsOf, followersOf, leadsOfTeam, matchedExperts, panelOf, teamOf } from '../recipients.server';
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
      publishedAt: true,
      invitations: { where: { declinedAt: null }, select: { personId: true, organisationId: true } },
    },
  });

const about = rulesAbout(question);
const named = (...ids: (string | null | undefined)[]): string[] => ids.filter((id) => typeof id === 'string');

type Asked = NonNullable<Awaited<ReturnType<typeof question>>>;

/** Everybody invited by name, and the experts of the organisations that are. */
const invitedTo = async (db: Db, { invitations }: Asked): Promise<string[]> => [
  ...named(...invitations.map(({ personId }) => personId)),
  ...(await expertsOf(db, named(...invitations.map(({ organisationId }) => organisationId)))),
];

const invitation = (asked: Asked): string => {
  const what = asked.route.takesBids ? 'Bids close' : 'Answers are due';
  return `${asked.route.name}: ${asked.title}${/[.?!]$/.test(asked.title) ? '' : '.'}\n${asked.closesAt ? `${what} on ${showInstant(asked.closesAt)}.` : ''}`;
};

async function remindedOf(db: Db, asked: Asked, about: string | null): Promise<string[]> {
  if (about === 'approvals') return named(asked.seniorResponsibleOwnerId);
  if (about !== 'cascades') return teamOf(db, asked.id, 'author', 'seniorResponsibleOwner');
  const silent = await db.cascade.findMany({
    where: { questionId: asked.id, answer: null },
    select: { teamId: true },
  });
  return (await Promise.all(silent.map(({ teamId }) => leadsOfTeam(db, teamId)))).flat();
}

const REMINDERS: Record<string, string> & { decisions: string } = {
  approvals: 'A question of your team still waits for your approval.',
  unanswered: 'Your question closed weeks ago. Open what came in, or say what became of it.',
  questionReviews:
    'Nobody has looked at your question for long. Say on its page that it still stands, or withdraw it.',
  cascades:
    'Another team sent your team this question. Accept it, decline it or note it: your home page has it.',
  decisions: 'The decision date of your question has passed. Say what became of it.',
};

export const questionNotices = [
  about('QuestionWasSubmittedForApproval', async ({ thing }) => ({
    personIds: named(thing.seniorResponsibleOwnerId),
    subject: `For your approval: ${thing.title}`,
    body: 'A question of your team waits for your approval. Nobody outside the team can see it until you publish it.',
    path: pages.questionApproval(thing.reference),
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
    body: `Your team’s question is published. Its text is now fixed; small corrections are addenda.${
      thing.route.takesBids ? ' Appoint its panel, and invite experts, while bids can come in.' : ''
    }`,
    path: pages.question(thing.reference),
  })),
  about(
    'QuestionWasPublished',
    async ({ db, thing }) => ({
      personIds: await invitedTo(db, thing),
      subject: `You are invited: ${thing.title}`,
      body: invitation(thing),
      path: pages.question(thing.reference),
    }),
    'invited',
  ),
  about(
    'QuestionWasPublished',
    async ({ db, thing }) => {
      const invited = new Set(await invitedTo(db, thing));
      return {
        personIds: (await matchedExperts(db, thing.id)).filter((id) => !invited.has(id)),
        subject: `In your field: ${thing.title}`,
        body: `${invitation(thing)}\nYou hear of it because your profile names one of its threat areas.`,
        path: pages.question(thing.reference),
      };
    },
    'matched',
  ),
  about('AddendumWasPublished', async ({ db, thing }) => ({
    personIds: [...(await followersOf(db, thing.id)), ...(await teamOf(db, thing.id))],
    subject: `Addendum: ${thing.title}`,
    body: 'The team has added to the text of this question. Read the addendum before you go on.',
    path: pages.question(thing.reference),
  })),
  about('ProcurementNoticeWasLinked', async ({ db, thing }) => ({
    personIds: thing.publishedAt ? await followersOf(db, thing.id) : [],
    subject: `A notice was published: ${thing.title}`,
    body: 'The team has linked a notice that it published elsewhere about this question.',
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
  // Before publication nobody outside the team may know of the question: publishing tells them then.
  about('ExpertWasInvited', async ({ fact, thing }) => ({
    personIds: thing.publishedAt ? named(textOf(fact, 'personId')) : [],
    subject: `You are invited: ${thing.title}`,
    body: `${invitation(thing)}\nSay whether you will look at it, or why not: both help the team.`,
    path: pages.answerInvitation(thing.reference),
  })),
  about('OrganisationWasInvited', async ({ db, fact, thing }) => ({
    personIds: thing.publishedAt ? await expertsOf(db, named(textOf(fact, 'organisationId'))) : [],
    subject: `Your organisation is invited: ${thing.title}`,
    body: invitation(thing),
    path: pages.question(thing.reference),
  })),
  about('InvitationToAnswerWasDeclined', async ({ thing }) => ({
    personIds: named(thing.authorId),
    subject: `An invitation was declined: ${thing.title}`,
    body: 'Somebody you invited will not take part. The list of those invited says why.',
    path: pages.questionInvitations(thing.reference),
  })),
  about('InvitationToAnswerWasWelcomed', async ({ thing }) => ({
    personIds: named(thing.authorId),
    subject: `Somebody you asked is interested: ${thing.title}`,
    body: 'An expert you asked by name will look at your question.',
    path: pages.questionInvitations(thing.reference),
  })),
  about('InterestWasSignalled', async ({ thing }) => ({
    personIds: named(thing.authorId),
    subject: `Somebody is interested: ${thing.title}`,
    body: 'An expert has shown interest in your question.',
    path: pages.question(thing.reference),
  })),
  about('AdviceRequestWasSettled', async ({ db, thing }) => ({
    personIds: [...(await teamOf(db, thing.id)), ...(await followersOf(db, thing.id))],
    subject: `Settled: ${thing.title}`,
    body: 'The asking team has what it needs. Thank you to everybody who answered.',
    path: pages.question(thing.reference),
  })),
  about('ReminderWasSent', async ({ fact, db, thing }) => ({
    personIds: await remindedOf(db, thing, textOf(fact, 'about')),
    subject: `Reminder: ${thing.title}`,
    body: REMINDERS[textOf(fact, 'about') ?? ''] ?? REMINDERS.decisions,
    path: pages.question(thing.reference),
  })),
  about('QuestionWasAnswered', async ({ db, thing }) => ({
    personIds: [...(await teamOf(db, thing.id)), ...(await followersOf(db, thing.id))],
    subject: `Answered: ${thing.title}`,
    body: 'This question has its answer. What was found can now be put in the knowledge base.',
    path: pages.question(thing.reference),
  })),
];
