import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { command } from '../../command.server';
import { dayInput, moneyInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { ukDay } from '../../uk-time';
import { daysLate } from '../funding/ledger';
import { mayAct, partsOf } from '../steps/part';
import { withLockedAward } from '../steps/with-award.server';

const find = (tx: Db, reference: string) => async () => {
  const row = await tx.tranche.findUnique({
    where: { reference },
    include: { funding: { select: { award: { select: { reference: true } } } } },
  });
  if (!row?.funding.award) return null;
  const { funding, ...tranche } = row;
  return { ...tranche, awardReference: funding.award?.reference ?? '' };
};

/** A tranche arrived: when, and how much. How late it was is computed, never entered. */
export const recordTranche = command({
  name: 'awards.recordTranche',
  input: z.strictObject({
    reference: referenceInput,
    actualOn: dayInput('Enter when it arrived'),
    actualAmount: moneyInput('Enter how much arrived'),
  }),
  load: ({ tx, input }) => withLockedAward(tx, find(tx, input.reference)),
  authorise: (actor, { award }) => mayAct(actor, award, partsOf(actor, award), ['team', 'budgetHolder']),
  subject: ({ award }) => ({ noun: 'award', nounId: award.id }),
  decide: ({ input, loaded: tranche, now }) => {
    const { award } = tranche;
    if (tranche.actualOn)
      return refuse('TrancheHasArrived', 'This tranche has arrived already.', { stale: true });
    const { actualOn, actualAmount } = input;
    if (actualOn > ukDay(now))
      return refuseField('DayIsAhead', 'actualOn', 'The day it arrived cannot be in the future');
    if (actualAmount === 0) return refuseField('TrancheIsNothing', 'actualAmount', 'Enter more than £0');
    const late = daysLate({ ...tranche, actualOn, actualAmount }, now);
    const data = {
      questionId: award.question.id,
      subjectId: tranche.id,
      amount: actualAmount,
      daysLate: late,
    };
    return {
      change: { id: tranche.id, reference: award.reference, row: { actualOn, actualAmount } },
      facts: [{ name: 'TrancheWasReceived', noun: 'award', nounId: award.id, data }],
    };
  },
  save: async ({ tx }, { id, reference, row }) => {
    await tx.tranche.update({ where: { id }, data: row });
    return { reference };
  },
});
