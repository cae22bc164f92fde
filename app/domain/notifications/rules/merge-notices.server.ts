import type { Db } from '~/platform/db.server';
import type { SealedFact } from '../../reactions.server';
import { pages } from '../addresses';
import { teamOf } from '../recipients.server';
import { findingOf } from './finding-notices.server';
import { rulesAbout } from './rule.server';

const aboutFinding = rulesAbout((db: Db, fact: SealedFact) =>
  fact.noun === 'finding' ? findingOf(db, fact.nounId) : Promise.resolve(null),
);
const aboutQuestion = rulesAbout((db: Db, fact: SealedFact) =>
  fact.noun === 'question'
    ? db.question.findUnique({
        where: { id: fact.nounId },
        select: { id: true, reference: true, title: true },
      })
    : Promise.resolve(null),
);

export const mergeNotices = [
  aboutFinding(
    'RecordWasMerged',
    ({ thing }) =>
      Promise.resolve({
        personIds: thing.credited,
        subject: `Merged with another: ${thing.version.title}`,
        body: 'A coordinator found that two findings are the same work. Its address leads to the one that is kept.',
        path: pages.finding(thing.reference),
      }),
    'finding',
  ),
  aboutQuestion(
    'RecordWasMerged',
    async ({ db, thing }) => ({
      personIds: await teamOf(db, thing.id),
      subject: `Merged with another: ${thing.title}`,
      body: 'A coordinator found that two questions ask the same. Its address leads to the one that is kept.',
      path: pages.question(thing.reference),
    }),
    'question',
  ),
  aboutFinding(
    'ReminderWasSent',
    async ({ db, fact, thing }) => {
      if (fact.data['about'] !== 'disagreements') return null;
      const rows = await db.rating.findMany({
        where: { findingId: thing.id, value: { not: null } },
        select: { personId: true },
        distinct: ['personId'],
      });
      return {
        personIds: rows.map(({ personId }) => personId),
        subject: `Raters disagree: ${thing.version.title}`,
        body: 'Ratings of its relevance lie far apart. Look again whether yours still stands, and say why.',
        path: pages.finding(thing.reference),
      };
    },
    'raters',
  ),
];
