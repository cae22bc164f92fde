import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { bidsAbout } from '../interests/bidders.server';
import { DECLARATION_STAGES } from '../competition';
import { mayDecideInterest } from '../evaluation-policy';
import { lockedCompetition } from '../load-competition.server';
import { decideDeclared } from '../interests/conflicts/declared.server';
import { declarationStage } from '../interests/declarations';
import { raiseWalls } from '../interests/raise-walls.server';

/** Confirms a declared interest, which raises a wall, or dismisses it; both with a reason that stays. */
export const decideInterest = command({
  name: 'evaluation.decideInterest',
  input: z.strictObject({
    reference: referenceInput,
    person: referenceInput,
    stage: z.enum(DECLARATION_STAGES),
    decision: z.enum(['confirm', 'dismiss'], { error: 'Say whether this is a conflict' }),
    reason: textInput('Give the reason for your decision', 2000),
  }),
  load: async ({ tx, input }) => {
    const competition = await lockedCompetition(tx, input.reference);
    const declared = competition?.declarations.find(
      (one) => one.person.reference === input.person && one.stage === input.stage && one.hasInterest,
    );
    if (!competition || !declared) return null;
    const { id, route } = competition.question;
    const bids = route.conflictScope === 'bid' ? await bidsAbout(tx, id, declared.aboutIds) : [];
    return { competition, declared, bids };
  },
  authorise: (actor, { competition, declared }) => mayDecideInterest(actor, competition, declared.person.id),
  subject: ({ competition }) => ({ noun: 'question', nounId: competition.question.id }),
  decide: ({ input, loaded: { competition, declared, bids }, actor }) => {
    if (declared.decidedAt)
      return refuse('InterestIsDecided', 'This interest has been decided already.', { stale: true });
    if (declarationStage(competition) === null)
      return refuse('QuestionIsOver', 'This question is over, so what was declared stands as it is.');
    const { id: questionId, reference } = competition.question;
    const confirmed = input.decision === 'confirm';
    const personId = declared.person.id;
    const behind: (string | null)[] = !confirmed ? [] : bids.length > 0 ? bids : [null];
    return {
      change: {
        questionId,
        reference,
        personId,
        declarationId: declared.id,
        declaredAt: declared.declaredAt,
        confirmed,
        reason: input.reason,
        by: isPerson(actor) ? actor.id : '',
        behind,
      },
      facts: [
        {
          name: confirmed ? 'ConflictWasConfirmed' : 'InterestWasDismissed',
          noun: 'question',
          nounId: questionId,
          data: { personId, stage: declared.stage, wholeCompetition: behind.includes(null) },
          personal: { personId, text: { reason: input.reason } },
        },
      ],
    };
  },
  save: async (
    saving,
    { questionId, reference, personId, declarationId, declaredAt, confirmed, reason, by, behind },
  ) => {
    const { tx, now } = saving;
    await tx.declaration.update({
      where: { id: declarationId },
      data: { decidedAt: now, decidedById: by, confirmed, decisionReason: reason },
    });
    await decideDeclared(saving, { questionId, personId, declaredAt }, { confirmed, reason, by });
    await raiseWalls(saving, { questionId, personId, behind, reason, by });
    return { reference };
  },
});
