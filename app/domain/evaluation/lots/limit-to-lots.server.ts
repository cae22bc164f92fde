import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { listInput } from '../../form-inputs';
import { MOST_LOTS } from '../../questions/lots/lot';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { mayChangePanel } from '../commands/appoint-panel-member.server';
import { evaluatorsOf } from '../competition';
import { mayRunPanel } from '../evaluation-policy';
import { lockedCompetition } from '../load-competition.server';

/** The lots whose bids an evaluator judges; all of them where none is ticked. */
export const limitToLots = command({
  name: 'evaluation.limitToLots',
  input: z.strictObject({
    reference: referenceInput,
    person: referenceInput,
    lots: listInput(z.coerce.number().int().min(1).max(MOST_LOTS)),
  }),
  load: async ({ tx, input }) => {
    const competition = await lockedCompetition(tx, input.reference);
    const member =
      competition && evaluatorsOf(competition).find(({ person }) => person.reference === input.person);
    if (!competition || !member || !competition.lots?.length) return null;
    const chosen = competition.lots.filter(({ number }) => input.lots.includes(number));
    const lotId = { notIn: chosen.map(({ id }) => id) };
    const where = { personId: member.person.id, bid: { questionId: competition.question.id, lotId } };
    const begun = chosen.length > 0 && (await tx.score.count({ where })) > 0;
    return { competition, member, chosen, begun };
  },
  authorise: (actor, { competition }) => mayRunPanel(actor, competition.question),
  subject: ({ competition }) => ({ noun: 'question', nounId: competition.question.id }),
  decide: ({ input, loaded: { competition, member, chosen, begun }, actor }) => {
    const { id: questionId, reference } = competition.question;
    const { id: personId, name } = member.person;
    if (!mayChangePanel(competition)) return refuse('PanelIsSettled', 'Scoring is over.');
    if (chosen.length < new Set(input.lots).size)
      return refuseField('LotIsUnknown', 'lots', 'Choose from the lots of this question');
    if (begun)
      return refuseField('AssessmentHasBegun', 'lots', `${name} has begun to score bids for another lot`);
    return {
      change: { reference, questionId, personId, chosen, by: isPerson(actor) ? actor.id : '' },
      facts: [
        {
          name: 'EvaluatorWasLimitedToLots',
          noun: 'question',
          nounId: questionId,
          data: { personId, lots: chosen.map(({ number }) => number) },
        },
      ],
    };
  },
  save: async ({ tx, now }, { reference, questionId, personId, chosen, by }) => {
    await tx.panelLot.deleteMany({ where: { personId, lot: { questionId } } });
    await tx.panelLot.createMany({
      data: chosen.map(({ id }) => ({ lotId: id, personId, setById: by, setAt: now })),
    });
    return { reference };
  },
});
