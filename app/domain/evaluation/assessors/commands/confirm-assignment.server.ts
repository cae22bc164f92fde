import { z } from 'zod';
import { isPerson } from '../../../actor';
import { command } from '../../../command.server';
import { referenceInput } from '../../../reference-input';
import { refuse } from '../../../refusal';
import { stageOf } from '../../competition';
import { lockedCompetition } from '../../load-competition.server';
import { mayAssign } from '../assigning-policy';
import { loadAssigning } from '../load-assigning.server';
import { digestOf } from '../proposal-digest.server';
import { proposalFor } from '../proposal';

/** Puts the previewed assignment in force. Work that has begun stays where it is. */
export const confirmAssignment = command({
  name: 'evaluation.confirmAssignment',
  input: z.strictObject({
    reference: referenceInput,
    digest: z.string().regex(/^[0-9a-f]{32}$/),
    moving: z.enum(['yes', 'no']).default('yes'),
  }),
  load: async ({ tx, input }) => {
    const competition = await lockedCompetition(tx, input.reference);
    if (!competition) return null;
    const { assigning } = competition;
    const ready = assigning && competition.question.openedAt;
    return { competition, loaded: ready ? await loadAssigning(tx, competition, assigning) : null };
  },
  authorise: (actor, { competition }) => mayAssign(actor, competition),
  subject: ({ competition }) => ({ noun: 'question', nounId: competition.question.id }),
  decide: ({ input, loaded: { competition, loaded }, actor, newId }) => {
    const { id: questionId, reference } = competition.question;
    if (!loaded) return refuse('NothingIsAssigned', 'Every evaluator scores every bid of this question.');
    if (!['declaring', 'scoring'].includes(stageOf(competition)))
      return refuse('ScoringIsNotOn', 'Scoring is over.');
    const proposal = proposalFor(loaded.state, input.moving === 'yes');
    if (digestOf(proposal) !== input.digest)
      return refuse(
        'ProposalHasChanged',
        'Something has changed since you opened this page. Look at the proposal again.',
        { stale: true },
      );
    if (proposal.places.length === 0)
      return refuse('NothingToAssign', 'There is nobody to assign a bid to yet.');
    const added = proposal.places
      .filter(({ kind }) => kind === 'new')
      .map(({ bidId, personId }) => ({ id: newId(), bidId, personId }));
    if (added.length === 0 && proposal.moved.length === 0)
      return refuse('NothingChanges', 'This assignment is in force already.');
    const { total, worst } = proposal.solution.figures;
    return {
      change: { questionId, reference, added, moved: proposal.moved, by: isPerson(actor) ? actor.id : '' },
      facts: [
        {
          name: 'AssignmentWasConfirmed',
          noun: 'question' as const,
          nounId: questionId,
          data: { places: proposal.places.length, total, worst },
        },
        ...added.map(({ bidId, personId }) => ({
          name: 'BidWasAssigned',
          noun: 'bid' as const,
          nounId: bidId,
          data: { personId },
        })),
        ...proposal.moved.map(({ bidId, personId }) => ({
          name: 'AssessmentWasMoved',
          noun: 'bid' as const,
          nounId: bidId,
          data: { personId },
        })),
      ],
    };
  },
  save: async ({ tx, now }, { questionId, reference, added, moved, by }) => {
    if (moved.length > 0)
      await tx.assessment.updateMany({
        where: { OR: moved, movedAt: null, refusedAt: null },
        data: { movedAt: now },
      });
    await tx.assessment.createMany({
      data: added.map((row) => ({ ...row, assignedById: by, assignedAt: now })),
    });
    await tx.assignmentPlan.update({ where: { questionId }, data: { confirmedAt: now, confirmedById: by } });
    return { reference };
  },
});
