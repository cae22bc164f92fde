import { z } from 'zod';
import { isPerson } from '../../../actor';
import { command } from '../../../command.server';
import { referenceInput } from '../../../reference-input';
import { refuse } from '../../../refusal';
import { barsOf } from '../../interests/bars.server';
import { bidInCompetition } from '../../assessment/load-bid.server';
import { evaluatorsOf, stageOf } from '../../competition';
import { lockedCompetitionById } from '../../load-competition.server';
import { mayAssign } from '../assigning-policy';

/** By hand, before the rest is computed: this assessor for this bid, not this one, or as computed. */
export const settlePlace = command({
  name: 'evaluation.settlePlace',
  input: z.strictObject({
    reference: referenceInput,
    person: z.string({ error: 'Choose an assessor' }).pipe(referenceInput),
    rule: z.enum(['pin', 'bar', 'free'], { error: 'Choose what holds for this assessor' }),
  }),
  load: async ({ tx, input }) => {
    const found = await bidInCompetition(tx, input.reference, lockedCompetitionById);
    if (!found) return null;
    const person = evaluatorsOf(found.competition).find(
      (one) => one.person.reference === input.person,
    )?.person;
    if (!person) return { ...found, person, bars: [], gaveBack: false };
    const gaveBack = await tx.assessment.count({
      where: { bidId: found.bid.id, personId: person.id, refusedAt: { not: null }, movedAt: null },
    });
    return {
      ...{ ...found, person, gaveBack: gaveBack > 0 },
      bars: await barsOf(tx, found.competition.question.id),
    };
  },
  authorise: (actor, { competition }) => mayAssign(actor, competition),
  subject: ({ bid }) => ({ noun: 'bid', nounId: bid.id }),
  decide: ({ input, loaded: { competition, bid, person, bars, gaveBack }, actor }) => {
    if (!competition.assigning)
      return refuse('NothingIsAssigned', 'Every evaluator scores every bid of this question.');
    if (!['declaring', 'scoring'].includes(stageOf(competition)))
      return refuse('ScoringIsNotOn', 'Scoring is over.');
    if (!person) return refuse('NotAnAssessor', 'This person is not an evaluator of this panel.');
    const barred = bars.some(
      (bar) =>
        bar.personId === person.id &&
        bar.state !== 'suspected' &&
        (bar.bidId === null || bar.bidId === bid.id),
    );
    if (input.rule === 'pin' && barred)
      return refuse('PersonIsConflicted', `${person.name} cannot assess this bid.`);
    if (input.rule === 'pin' && gaveBack)
      return refuse('BidWasGivenBack', `${person.name} gave this bid back, so it cannot be theirs.`);
    if (input.rule === 'bar' && bid.scores.some((score) => score.personId === person.id))
      return refuse(
        'AssessmentHasBegun',
        `${person.name} has begun to score this bid, so the work stays theirs.`,
      );
    const where = { bidId: bid.id, personId: person.id };
    return {
      change: {
        where,
        rule: input.rule,
        by: isPerson(actor) ? actor.id : '',
        question: competition.question.reference,
      },
      facts: [
        {
          name: 'PlaceWasSettledByHand',
          noun: 'bid',
          nounId: bid.id,
          data: { personId: person.id, rule: input.rule },
        },
      ],
    };
  },
  save: async ({ tx, now }, { where, rule, by, question }) => {
    if (rule === 'free') await tx.assignmentEdit.deleteMany({ where });
    else {
      const row = { rule, setById: by, setAt: now };
      await tx.assignmentEdit.upsert({
        where: { bidId_personId: where },
        create: { ...where, ...row },
        update: row,
      });
    }
    return { question };
  },
});
