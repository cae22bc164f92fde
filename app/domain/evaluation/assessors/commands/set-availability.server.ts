import { z } from 'zod';
import { isPerson } from '../../../actor';
import { command } from '../../../command.server';
import { allowIf, hide } from '../../../policy';
import { referenceInput } from '../../../reference-input';
import { refuse } from '../../../refusal';
import { mayChangePanel } from '../../commands/appoint-panel-member.server';
import { evaluatorsOf } from '../../competition';
import { knowsOfEvaluation } from '../../evaluation-policy';
import { lockedCompetition } from '../../load-competition.server';
import { availabilityFields, availabilityRow, gapsInAvailability } from '../availability-input';

/** An assessor says how much they can take, and when. */
export const setAvailability = command({
  name: 'evaluation.setAvailability',
  input: z.strictObject({ reference: referenceInput, ...availabilityFields }),
  load: async ({ tx, input }) => {
    const competition = await lockedCompetition(tx, input.reference);
    return competition && { competition };
  },
  authorise: (actor, { competition }) =>
    knowsOfEvaluation(actor, competition.question)
      ? allowIf(
          evaluatorsOf(competition).some(({ person }) => isPerson(actor) && person.id === actor.id),
          'Only assessors say how much they can take.',
        )
      : hide,
  subject: ({ competition }) => ({ noun: 'question', nounId: competition.question.id }),
  decide: ({ input, loaded: { competition }, actor }) => {
    const { id: questionId, reference } = competition.question;
    if (!mayChangePanel(competition)) return refuse('PanelIsSettled', 'Scoring is over.');
    const gaps = gapsInAvailability(input);
    if (Object.keys(gaps).length > 0)
      return refuse('DatesDoNotFit', 'The dates do not go together.', { fields: gaps });
    const personId = isPerson(actor) ? actor.id : '';
    return {
      change: { questionId, reference, personId, row: availabilityRow(input) },
      facts: [{ name: 'AvailabilityWasSet', noun: 'question', nounId: questionId, data: { personId } }],
    };
  },
  save: async ({ tx }, { questionId, reference, personId, row }) => {
    await tx.panelMembership.update({ where: { questionId_personId: { questionId, personId } }, data: row });
    return { reference };
  },
});
