import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { openDataGap } from '../../questions/data-gap.server';
import { recordStage } from '../../questions/question-stage.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { mayRunAward, ofDelivery } from '../award-policy';
import { lockedDeliverable } from '../delivery/load-deliverable.server';
import { isAccepted } from '../delivery/milestone';

/** Signs a deliverable off after its review, by somebody else than its reviewer. The last one answers the question. */
export const acceptDeliverable = command({
  name: 'awards.acceptDeliverable',
  input: z.strictObject({ reference: referenceInput }),
  load: async ({ tx, input }) => {
    const deliverable = await lockedDeliverable(tx, input.reference);
    if (!deliverable) return null;
    const { award, milestone } = deliverable;
    const owedElsewhere = await tx.milestone.count({
      where: {
        award: { questionId: award.question.id, withdrawnAt: null, id: { not: award.id } },
        deliverables: { none: { acceptedAt: { not: null } } },
      },
    });
    const owedHere = award.milestones.filter((one) => one.id !== milestone.id && !isAccepted(one)).length;
    const answers = owedElsewhere + owedHere === 0;
    return { deliverable, answers, gap: answers ? await openDataGap(tx, award.question.id) : null };
  },
  authorise: (actor, { deliverable }) => ofDelivery(mayRunAward)(actor, deliverable.award),
  subject: ({ deliverable }) => ({ noun: 'deliverable', nounId: deliverable.id }),
  decide: ({ loaded: { deliverable, answers, gap }, actor }) => {
    const { id, reference, award, acceptedAt, returnedAt, reviewedAt, reviewedById } = deliverable;
    if (acceptedAt || returnedAt)
      return refuse('DeliverableIsDecided', 'This has been accepted or returned already.');
    if (!reviewedAt)
      return refuse('DeliverableIsNotReviewed', 'Somebody has to review this before it is signed off.');
    const by = isPerson(actor) ? actor.id : null;
    if (by === reviewedById)
      return refuse('ReviewerCannotSignOff', 'You reviewed this, so somebody else has to sign it off.');
    const questionId = award.question.id;
    const final = answers && award.question.answeredAt === null;
    if (final && gap) return gap;
    const data = { awardId: award.id, bidId: award.bidId, milestone: deliverable.milestone.position, final };
    return {
      change: { id, reference, questionId, final, by },
      facts: [
        { name: 'DeliverableWasAccepted', noun: 'deliverable', nounId: id, data },
        ...(final
          ? [
              {
                name: 'QuestionWasAnswered',
                noun: 'question' as const,
                nounId: questionId,
                data: { awardId: award.id },
              },
            ]
          : []),
      ],
    };
  },
  save: async ({ tx, now }, { id, reference, questionId, final, by }) => {
    await tx.deliverable.update({ where: { id }, data: { acceptedAt: now, acceptedById: by } });
    if (final) await recordStage(tx, questionId, { answeredAt: now });
    return { reference };
  },
});
