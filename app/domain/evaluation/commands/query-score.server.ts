import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { allHaveScored, countedScores } from '../assessment/assessment';
import { bidInCompetition } from '../assessment/load-bid.server';
import { evaluatorsOf, stageOf } from '../competition';
import { mayModerateBid } from '../evaluation-policy';
import { lockedCompetitionById } from '../load-competition.server';

/** Invites somebody whose score stands apart to say more, for the meeting. The score itself never changes. */
export const queryScore = command({
  name: 'evaluation.queryScore',
  input: z.strictObject({
    reference: referenceInput,
    position: z.coerce.number().int().min(1).max(100),
    person: z.string({ error: 'Choose whom you ask' }).pipe(referenceInput),
    note: textInput('Say what you want to know', 1000),
  }),
  load: ({ tx, input }) => bidInCompetition(tx, input.reference, lockedCompetitionById),
  authorise: (actor, { competition, bid }) => mayModerateBid(actor, competition, bid.id),
  subject: ({ bid }) => ({ noun: 'bid', nounId: bid.id }),
  decide: ({ input, loaded: { competition, assessment, bid }, actor }) => {
    if (stageOf(competition) !== 'scoring')
      return refuse('ScoringIsNotOn', 'Scores are asked about until quality is agreed.');
    if (!allHaveScored(competition, bid))
      return refuse(
        'ScoresAreMissing',
        'Every evaluator has to submit independent scores for this bid first.',
      );
    const criterion = assessment.criteria.find(({ position }) => position === input.position);
    const asked = evaluatorsOf(competition).find(({ person }) => person.reference === input.person)?.person;
    const scored = countedScores(competition, bid).some(
      ({ personId, criterionId }) => personId === asked?.id && criterionId === criterion?.id,
    );
    if (!criterion || !asked || !scored)
      return refuseField('PersonHasNotScored', 'person', 'Choose somebody who scored this');
    return {
      change: {
        question: competition.question.reference,
        row: {
          bidId: bid.id,
          criterionId: criterion.id,
          personId: asked.id,
          note: input.note,
          askedById: isPerson(actor) ? actor.id : '',
        },
      },
      facts: [
        {
          name: 'ScoreWasQueried',
          noun: 'bid',
          nounId: bid.id,
          data: { personId: asked.id, criterionId: criterion.id },
        },
      ],
    };
  },
  save: async ({ tx, now }, { question, row }) => {
    await tx.scoreQuery.create({ data: { ...row, askedAt: now } });
    return { question };
  },
  rules: {
    score_query_pkey: refuseField('ScoreIsQueried', 'person', 'You have asked about this score already'),
  },
});
