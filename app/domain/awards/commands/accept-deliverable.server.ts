import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { openDataGap } from '../../questions/data-gap.server';
import { recordStage } from '../../questions/question-stage.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { ukDay } from '../../uk-time';
import { mayRunAward, ofDelivery } from '../award-policy';
import { lockedDeliverable, type DeliverableRecord } from '../delivery/load-deliverable.server';
import { owesWork } from '../delivery/milestone';
import { rightsIn, startedClock } from '../publication/publication-clock';
import { roundsOf } from '../review/load-rounds.server';
import { asksForReturn, currentRound } from '../review/review-round';

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
        cancelledAt: null,
        kind: { delivers: true },
        deliverables: { none: { acceptedAt: { not: null } } },
      },
    });
    const owedHere = award.milestones.filter((one) => one.id !== milestone.id && owesWork(one)).length;
    const rounds = await roundsOf(tx, deliverable.id);
    const answers = owedElsewhere + owedHere === 0;
    return { deliverable, rounds, answers, gap: answers ? await openDataGap(tx, award.question.id) : null };
  },
  authorise: (actor, { deliverable }) => ofDelivery(mayRunAward)(actor, deliverable.award),
  subject: ({ deliverable }) => ({ noun: 'deliverable', nounId: deliverable.id }),
  decide: ({ loaded: { deliverable, rounds, answers, gap }, actor, now }) => {
    const { id, reference, award, acceptedAt, returnedAt, reviewedAt, reviewedById } = deliverable;
    if (acceptedAt || returnedAt)
      return refuse('DeliverableIsDecided', 'This has been accepted or returned already.');
    if (!reviewedAt)
      return refuse('DeliverableIsNotReviewed', 'Somebody has to review this before it is signed off.');
    const by = isPerson(actor) ? actor.id : null;
    const round = currentRound(rounds);
    if (asksForReturn(round))
      return refuse(
        'ReviewersReturnIt',
        'A reviewer advises to return it. Return it, or ask for another round of review.',
      );
    if (by === reviewedById || round?.reviews.some(({ reviewerId }) => reviewerId === by))
      return refuse('ReviewerCannotSignOff', 'You reviewed this, so somebody else has to sign it off.');
    const questionId = award.question.id;
    const final = answers && award.question.answeredAt === null;
    if (final && gap) return gap;
    const data = { awardId: award.id, bidId: award.bidId, milestone: deliverable.milestone.position, final };
    return {
      change: { id, reference, questionId, final, by, clock: clockFor(deliverable, now) },
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
  save: async ({ tx, now }, { id, reference, questionId, final, by, clock }) => {
    await tx.deliverable.update({ where: { id }, data: { acceptedAt: now, acceptedById: by } });
    if (clock) await tx.publicationClock.create({ data: { deliverableId: id, ...clock } });
    if (final) await recordStage(tx, questionId, { answeredAt: now });
    return { reference };
  },
});

/** Sign-off starts the clock of what is to be published, where the terms let it be. */
function clockFor({ award, milestone }: Pick<DeliverableRecord, 'award' | 'milestone'>, now: Date) {
  const terms = milestone.kind.publishes ? rightsIn(award.question.contractTerms) : null;
  return terms && startedClock(ukDay(now), terms, milestone.kind.protocol);
}
