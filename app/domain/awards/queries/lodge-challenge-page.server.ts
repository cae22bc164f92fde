import { z } from 'zod';
import { isMember } from '../../actor';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { inStandstill, refusedChallenge } from '../challenge/challenge';
import { mayChallenge } from '../challenge/challenge-policy';
import { awardsOf, bidToChallenge } from '../challenge/load-challenge.server';

/** Whether a bid can challenge the decision now, until when, and the challenges it has lodged. */
export const lodgeChallengePage = query({
  name: 'awards.lodge-challenge-page',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor : null),
  read: async ({ db, scope: actor, input, now }) => {
    const bid = actor && (await bidToChallenge(db, input.reference));
    if (!bid) return null;
    const verdict = mayChallenge(actor, bid);
    if (verdict.kind !== 'allow') return verdict.kind === 'deny' ? verdict : null;
    const awards = await awardsOf(db, bid.questionId);
    if (!awards.some(({ noticeAt }) => noticeAt !== null)) return null;
    const { title } = await db.question.findUniqueOrThrow({
      where: { id: bid.questionId },
      select: { title: true },
    });
    const lodged = await db.challenge.findMany({
      where: { bidId: bid.id },
      orderBy: { lodgedAt: 'desc' },
      select: { reference: true, lodgedAt: true, outcome: true },
    });
    const isOpen = lodged.some(({ outcome }) => outcome === null);
    return {
      reference: bid.reference,
      title,
      lodged,
      isOpen,
      why: isOpen
        ? null
        : (refusedChallenge(awards, { bidId: bid.id, lodged: lodged.map(({ lodgedAt }) => lodgedAt) }, now)
            ?.message ?? null),
      until: inStandstill(awards, now)[0]?.standstillEndsOn ?? null,
    };
  },
});
