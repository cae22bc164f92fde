import { z } from 'zod';
import { isPerson } from '../../../actor';
import { command } from '../../../command.server';
import { textInput } from '../../../form-inputs';
import { referenceInput } from '../../../reference-input';
import { refuse, refuseField } from '../../../refusal';
import { evaluatorsOf } from '../../competition';
import { mayChangePanel } from '../../commands/appoint-panel-member.server';
import { lockedCompetition } from '../../load-competition.server';
import { maySeeAssessors } from '../assigning-policy';

/** Two assessors who never sit on one bid, with the reason; or that they may again. */
export const keepApart = command({
  name: 'evaluation.keepApart',
  input: z.strictObject({
    reference: referenceInput,
    one: z.string({ error: 'Choose the first of the two' }).pipe(referenceInput),
    other: z.string({ error: 'Choose the second of the two' }).pipe(referenceInput),
    reason: textInput('Say why they should not sit on one bid', 500),
    until: z.enum(['kept', 'ended']).default('kept'),
  }),
  load: async ({ tx, input }) => {
    const competition = await lockedCompetition(tx, input.reference);
    if (!competition) return null;
    const people = evaluatorsOf(competition).map(({ person }) => person);
    return {
      competition,
      one: people.find(({ reference }) => reference === input.one),
      other: people.find(({ reference }) => reference === input.other),
    };
  },
  authorise: (actor, { competition }) => maySeeAssessors(actor, competition),
  subject: ({ competition }) => ({ noun: 'question', nounId: competition.question.id }),
  decide: ({ input, loaded: { competition, one, other }, actor }) => {
    const { id: questionId, reference } = competition.question;
    if (!mayChangePanel(competition)) return refuse('PanelIsSettled', 'Scoring is over.');
    if (!one) return refuseField('NotAnAssessor', 'one', 'Choose an evaluator of this panel');
    if (!other) return refuseField('NotAnAssessor', 'other', 'Choose an evaluator of this panel');
    if (one.id === other.id) return refuseField('SamePerson', 'other', 'Choose two different people');
    const [oneId = '', otherId = ''] = [one.id, other.id].sort();
    const kept = input.until === 'kept';
    return {
      change: {
        questionId,
        reference,
        oneId,
        otherId,
        kept,
        reason: input.reason,
        by: isPerson(actor) ? actor.id : '',
      },
      facts: [
        {
          name: kept ? 'AssessorsWereKeptApart' : 'AssessorsWereNoLongerKeptApart',
          noun: 'question',
          nounId: questionId,
          data: { oneId, otherId },
        },
      ],
    };
  },
  save: async ({ tx, now }, { questionId, reference, oneId, otherId, kept, reason, by }) => {
    if (kept)
      await tx.assessorsApart.upsert({
        where: { questionId_oneId_otherId: { questionId, oneId, otherId } },
        create: { questionId, oneId, otherId, reason, setById: by, setAt: now },
        update: { reason, setById: by, setAt: now },
      });
    else await tx.assessorsApart.deleteMany({ where: { questionId, oneId, otherId } });
    return { reference };
  },
});
