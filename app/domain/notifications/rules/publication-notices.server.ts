import type { Db } from '~/platform/db.server';
import { pages } from '../addresses';
import { teamOf, unwalled, winnersOf } from '../recipients.server';
import { rulesAbout, textOf } from './rule.server';

const about = rulesAbout((db: Db, { nounId }: { nounId: string }) =>
  db.deliverable.findUnique({
    where: { id: nounId },
    select: {
      id: true,
      reference: true,
      title: true,
      milestone: { select: { award: { select: { id: true, questionId: true, bidId: true } } } },
    },
  }),
);
type Tell = Parameters<typeof about>[1];
type Telling = Parameters<Tell>[0];

const askers = async ({ db, thing }: Telling): Promise<string[]> => {
  const { questionId, bidId } = thing.milestone.award;
  return unwalled(db, questionId, await teamOf(db, questionId, 'author', 'seniorResponsibleOwner'), bidId);
};

const winners = ({ db, thing }: Telling) => winnersOf(db, thing.milestone.award.id);

/** The reviewers of a round who have not given their review. */
async function reviewers({ db, fact, thing }: Telling): Promise<string[]> {
  const roundId = textOf(fact, 'roundId');
  if (!roundId) return [];
  const rows = await db.review.findMany({ where: { roundId, givenAt: null }, select: { reviewerId: true } });
  const { questionId, bidId } = thing.milestone.award;
  const named = rows.map(({ reviewerId }) => reviewerId);
  return unwalled(db, questionId, named, bidId);
}

type Page = 'deliverable' | 'publication';

const telling =
  (
    page: Page,
    whom: readonly ((telling: Telling) => Promise<string[]>)[],
    subject: string,
    body: string,
  ): Tell =>
  async (told) => ({
    personIds: [...new Set((await Promise.all(whom.map((ids) => ids(told)))).flat())],
    subject: `${subject}: ${told.thing.title}`,
    body,
    path: pages[page](told.thing.reference),
  });

export const publicationNotices = [
  about(
    'ReviewRoundWasOpened',
    telling(
      'deliverable',
      [reviewers],
      'Your review is asked for',
      'You are named as a reviewer. By when stands on its page.',
    ),
  ),
  about(
    'ReviewIsLate',
    telling(
      'deliverable',
      [reviewers, askers],
      'A review is late',
      'The round of review has passed its day.',
    ),
  ),
  about(
    'ReviewWasGiven',
    telling('deliverable', [askers], 'A review came in', 'The round still waits for others.'),
  ),
  about(
    'PublicationWasHeld',
    telling(
      'publication',
      [winners, askers],
      'Publication is held',
      'For which reason and until when stands on its page. Then it is released by itself.',
    ),
  ),
  about(
    'PublicationHoldWasLifted',
    telling('publication', [winners, askers], 'A hold was lifted', 'Publication goes on as planned.'),
  ),
  about(
    'PublicationHoldHasEnded',
    telling('publication', [winners, askers], 'A hold has ended', 'Its last day has passed.'),
  ),
  about(
    'DeliverableWasReleased',
    telling(
      'publication',
      [winners, askers],
      'Released',
      'Whoever may know of the question can read it now.',
    ),
  ),
];
