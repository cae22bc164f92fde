import type { Db } from '~/platform/db.server';
import { pages } from '../addresses';
import { teamOf } from '../recipients.server';
import { rulesAbout } from './rule.server';

const about = rulesAbout((db: Db, { nounId }: { nounId: string }) =>
  db.adviceAnswer.findUnique({
    where: { id: nounId },
    select: {
      reference: true,
      personId: true,
      question: { select: { id: true, reference: true, title: true } },
    },
  }),
);

/** Who answered stands on the team's page; the team's notices do not name them. */
export const adviceNotices = [
  about('AdviceAnswerWasSubmitted', async ({ db, thing: { reference, question } }) => ({
    personIds: await teamOf(db, question.id),
    subject: `An expert has answered: ${question.title}`,
    body: 'An answer to your request is there for your team to read. Thank its author once you have.',
    path: pages.adviceAnswer(reference),
  })),
  about('AdviceAnswerWasAcknowledged', ({ thing: { reference, personId, question } }) =>
    Promise.resolve({
      personIds: [personId],
      subject: `Your answer was read: ${question.title}`,
      body: 'The asking team thanks you for your answer.',
      path: pages.adviceAnswer(reference),
    }),
  ),
  about('AdvicePublicationWasRequested', ({ thing: { reference, personId, question } }) =>
    Promise.resolve({
      personIds: [personId],
      subject: `May your answer be published? ${question.title}`,
      body: 'The asking team would like to publish your answer. It stays theirs alone unless you agree, named or not.',
      path: pages.adviceAnswer(reference),
    }),
  ),
  about('AdviceAnswerWasConsented', async ({ db, thing: { reference, question } }) => ({
    personIds: await teamOf(db, question.id),
    subject: `Agreed to publish: ${question.title}`,
    body: 'The author of an answer has agreed that it is published. Make it a finding from its page.',
    path: pages.adviceAnswer(reference),
  })),
  about('AdviceAnswerWasKeptPrivate', async ({ db, thing: { reference, question } }) => ({
    personIds: await teamOf(db, question.id),
    subject: `Not to be published: ${question.title}`,
    body: 'The author of an answer keeps it to your team.',
    path: pages.adviceAnswer(reference),
  })),
];
