import type { Db } from '~/platform/db.server';
import type { SealedFact } from '../../reactions.server';
import { pages } from '../addresses';
import { coordinators } from '../recipients.server';
import { findingOf } from './finding-notices.server';
import { rulesAbout, textOf } from './rule.server';

const about = rulesAbout(async (db: Db, fact: SealedFact) => {
  const [from, to] = await Promise.all([
    findingOf(db, fact.nounId),
    findingOf(db, textOf(fact, 'toId') ?? fact.nounId),
  ]);
  return from && to ? { from, to, contradicts: textOf(fact, 'kind') === 'contradicts' } : null;
});
type Tell = Parameters<typeof about>[1];
type End = 'from' | 'to';

/** The people of either end hear of a disagreement; other links they find on their page. */
const toCredited =
  (end: End, other: End): Tell =>
  ({ thing }) =>
    Promise.resolve(
      thing.contradicts
        ? {
            personIds: thing[end].credited,
            subject: `Contested: ${thing[end].version.title}`,
            body: `It and “${thing[other].version.title}” are said to contradict each other. Both pages say so.`,
            path: pages.finding(thing[end].reference),
          }
        : null,
    );

/** Whoever proposed the link; the rule of all notices leaves out those who removed their own. */
const toProposer: Tell = async ({ db, fact, thing: { from } }) => {
  const link = await db.findingLink.findUnique({
    where: { id: textOf(fact, 'linkId') ?? '' },
    select: { proposedById: true, removedReason: true },
  });
  return link
    ? {
        personIds: [link.proposedById],
        subject: `Your link was removed: ${from.version.title}`,
        body: link.removedReason ?? '',
        path: pages.finding(from.reference),
      }
    : null;
};

export const linkNotices = [
  about('FindingLinkWasProposed', async ({ db, thing: { from } }) => ({
    personIds: await coordinators(db),
    subject: `A link to confirm: ${from.version.title}`,
    body: 'A member says that it bears on another finding. Confirm it or remove it on its page.',
    path: pages.finding(from.reference),
  })),
  about('FindingLinkWasConfirmed', toCredited('from', 'to'), 'from'),
  about('FindingLinkWasConfirmed', toCredited('to', 'from'), 'to'),
  about('FindingLinkWasRemoved', toProposer),
];
