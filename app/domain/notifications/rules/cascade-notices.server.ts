import type { Db } from '~/platform/db.server';
import type { SealedFact } from '../../reactions.server';
import { showDate } from '../../uk-time';
import { pages } from '../addresses';
import { coordinators, leadsOfTeam, teamOf } from '../recipients.server';
import { rulesAbout, textOf } from './rule.server';

const about = rulesAbout(async (db: Db, fact: SealedFact) => {
  const id = textOf(fact, 'subjectId');
  return id
    ? db.cascade.findUnique({
        where: { id },
        include: {
          team: { select: { id: true, name: true } },
          question: { select: { id: true, title: true, visibility: true } },
        },
      })
    : null;
});

/** Since it was sent, the team that was asked may have come to see it no more. */
const isClosed = ({ question }: { question: { visibility: string } }) => question.visibility !== 'network';

const ANSWERS: Record<string, string> = { accepted: 'accepts', declined: 'declines', noted: 'has noted' };
const leads = ['author', 'seniorResponsibleOwner'] as const;

export const cascadeNotices = [
  about('QuestionWasSentToLevel', async ({ db, thing }) => ({
    personIds: isClosed(thing) ? [] : await leadsOfTeam(db, thing.team.id),
    subject: `Sent to your team: ${thing.question.title}`,
    body: `Accept with what your team will contribute, decline, or note it, by ${showDate(thing.answerBy)}.`,
    path: pages.cascade(thing.reference),
  })),
  about('LevelHasAnswered', async ({ db, thing }) => ({
    personIds: await teamOf(db, thing.question.id, ...leads),
    subject: `${thing.team.name} ${ANSWERS[thing.answer ?? ''] ?? 'answered'}: ${thing.question.title}`,
    body: 'What they say stands on the page of what you sent them.',
    path: pages.cascade(thing.reference),
  })),
  about('LevelIsReminded', async ({ db, thing }) => ({
    personIds: thing.answer || isClosed(thing) ? [] : await leadsOfTeam(db, thing.team.id),
    subject: `Still to be answered: ${thing.question.title}`,
    body: `Your team was to answer by ${showDate(thing.answerBy)}. From ${showDate(thing.escalateOn)} on coordinators are told.`,
    path: pages.cascade(thing.reference),
  })),
  about('LevelHasNotAnswered', async ({ db, thing }) => ({
    personIds: thing.answer
      ? []
      : [...new Set([...(await coordinators(db)), ...(await teamOf(db, thing.question.id, ...leads))])],
    subject: `Not answered by ${thing.team.name}: ${thing.question.title}`,
    body: `They were to accept, decline or note it by ${showDate(thing.answerBy)}, and were reminded.`,
    path: pages.cascade(thing.reference),
  })),
];
