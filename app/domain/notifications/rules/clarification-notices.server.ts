import type { Db } from '~/platform/db.server';
import { pages } from '../addresses';
import { followersOf, teamOf } from '../recipients.server';
import { rulesAbout } from './rule.server';

const clarification = (db: Db, { nounId }: { nounId: string }) =>
  db.clarification.findUnique({
    where: { id: nounId },
    select: {
      askerId: true,
      question: { select: { id: true, reference: true, title: true } },
    },
  });

const about = rulesAbout(clarification);

/** The asker is told as one who follows the question: no notice to anybody else says who asked. */
export const clarificationNotices = [
  about('ClarificationWasAsked', async ({ db, thing: { question } }) => ({
    personIds: await teamOf(db, question.id, 'author', 'seniorResponsibleOwner'),
    subject: `A clarification was asked: ${question.title}`,
    body: 'Somebody who may bid asked your team a question. Its answer goes to everybody; who asked stays hidden.',
    path: pages.clarifications(question.reference),
  })),
  about('ClarificationWasAnswered', async ({ db, thing: { question, askerId } }) => ({
    personIds: [askerId, ...(await followersOf(db, question.id)), ...(await teamOf(db, question.id))],
    subject: `Clarification answered: ${question.title}`,
    body: 'A clarification question and its answer were published for everybody.',
    path: pages.clarifications(question.reference),
  })),
  about('ReminderWasSent', async ({ db, thing: { question } }) => ({
    personIds: await teamOf(db, question.id, 'author', 'seniorResponsibleOwner'),
    subject: `Reminder: ${question.title}`,
    body: 'A clarification question has not been answered by the day your team promised.',
    path: pages.clarifications(question.reference),
  })),
  about('ClarificationWasDeclined', async ({ thing: { question, askerId } }) => ({
    personIds: [askerId],
    subject: `Clarification declined: ${question.title}`,
    body: 'The team has declined to answer your clarification question. Its reason is on the page of clarifications.',
    path: pages.clarifications(question.reference),
  })),
];
