import type { Db } from '~/platform/db.server';
import type { SealedFact } from '../../reactions.server';
import { pages } from '../addresses';
import { coordinators } from '../recipients.server';
import { rulesAbout, textOf } from './rule.server';

const about = rulesAbout((db: Db, fact: SealedFact) =>
  db.personMerge.findUnique({ where: { id: textOf(fact, 'mergeId') ?? '' } }),
);

/** Names stay on the page: a notice outlives an erasure. */
export const personMergeNotices = [
  about('PersonMergeWasProposed', async ({ db, thing }) => ({
    personIds: (await coordinators(db)).filter((id) => ![thing.keptId, thing.mergedId].includes(id)),
    subject: 'Two accounts may be one person',
    body: 'A coordinator proposes to merge two accounts. Somebody else has to decide.',
    path: pages.personMerge(thing.reference),
  })),
  about('PersonsWereMerged', ({ fact, thing }) =>
    Promise.resolve(
      fact.nounId === thing.keptId
        ? {
            personIds: [thing.keptId],
            subject: 'Your two accounts are one now',
            body: 'Two coordinators agreed that another account was yours. Its addresses, posts, teams and works are on this account. Write to a coordinator if that is wrong.',
            path: pages.account(),
          }
        : null,
    ),
  ),
  about('PersonMergeWasDeclined', ({ thing }) =>
    Promise.resolve({
      personIds: [thing.proposedById],
      subject: 'The two accounts stay apart',
      body: thing.decisionReason ?? '',
      path: pages.personMerge(thing.reference),
    }),
  ),
];
