import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { dayInput, moneyInput, textInput } from '../../form-inputs';
import { refuseField } from '../../refusal';
import { showDate } from '../../uk-time';
import { mayAddThreshold } from '../notices/threshold-policy';
import { BUYERS, THRESHOLD_KINDS, type Buyer, type ThresholdKind } from '../route-choosing/thresholds';

/** A later threshold takes over from its day on. What held before stays as it was. */
export const addThreshold = command({
  name: 'questions.add-threshold',
  input: z.strictObject({
    buyer: z.enum(Object.keys(BUYERS) as Buyer[], { error: 'Choose whom it is for' }),
    kind: z.enum(Object.keys(THRESHOLD_KINDS) as ThresholdKind[], { error: 'Choose what it means' }),
    name: textInput('Enter its name', 120, 'Name'),
    amount: moneyInput('Enter the amount, with VAT'),
    validFrom: dayInput('Enter the day it holds from'),
    source: textInput('Say where it is published', 300, 'Source'),
  }),
  load: async ({ tx, input: { buyer, kind } }) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('procurement_threshold'))::text`;
    const last = await tx.procurementThreshold.findFirst({
      where: { buyer, kind },
      orderBy: { validFrom: 'desc' },
    });
    return { last };
  },
  authorise: (actor) => mayAddThreshold(actor),
  decide: ({ input, loaded: { last }, actor, newId }) => {
    if (!isPerson(actor)) throw new Error('authorised above');
    if (input.amount === 0) return refuseField('ThresholdIsNothing', 'amount', 'Enter more than £0');
    if (last && input.validFrom <= last.validFrom)
      return refuseField(
        'ThresholdIsEarlier',
        'validFrom',
        `Enter a day after ${showDate(last.validFrom)}, from which the last one holds`,
      );
    const row = { id: newId(), ...input, addedById: actor.id };
    const data = { amount: row.amount, buyer: row.buyer, kind: row.kind };
    return {
      change: row,
      facts: [{ name: 'ThresholdWasAdded', noun: 'installation' as const, nounId: row.id, data }],
    };
  },
  save: async ({ tx, now }, row) => {
    await tx.procurementThreshold.create({ data: { ...row, addedAt: now } });
    return { added: true };
  },
});
