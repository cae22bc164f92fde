import { z } from 'zod';
import { isMember } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { isWinner, mayReview, mayRunAward, maySeeDelivery } from '../award-policy';
import { deliverableRecord } from '../delivery/load-deliverable.server';

/** What was delivered, its review and its sign-off: for the two sides of the contract. */
export const deliverablePage = query({
  name: 'awards.deliverable',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor.id : null),
  read: async ({ db, actor, scope, input }) => {
    const found = scope ? await deliverableRecord(db, input.reference) : null;
    if (!found || !maySeeDelivery(actor, found.award)) return null;
    const { award, milestone, id, deliveredById, reviewedById, ...said } = found;
    const waits = !found.acceptedAt && !found.returnedAt;
    const runs = isAllowed(mayRunAward(actor, award));
    const findings = await db.finding.findMany({
      where: { deliverableId: id, publishedAt: { not: null }, mergedIntoId: null },
      select: {
        reference: true,
        versions: {
          where: { publishedAt: { not: null } },
          orderBy: { number: 'desc' },
          take: 1,
          select: { title: true },
        },
      },
    });
    return {
      ...said,
      award: { reference: award.reference, bidder: award.bidder },
      question: { reference: award.question.reference, title: award.question.title },
      milestone: { position: milestone.position, title: milestone.title, approval: milestone.approval },
      findings: findings.map(({ reference, versions }) => ({
        reference,
        title: versions[0]?.title ?? 'Finding',
      })),
      own: scope === deliveredById,
      may: {
        review: waits && !found.reviewedAt && isAllowed(mayReview(actor, award)),
        accept: waits && found.reviewedAt !== null && reviewedById !== scope && runs,
        return: waits && runs,
        shareFinding: found.acceptedAt !== null && !milestone.approval && isWinner(actor, award),
      },
    };
  },
});
