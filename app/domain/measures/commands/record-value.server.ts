import { z } from 'zod';
import { command } from '../../command.server';
import { refuse, refuseField } from '../../refusal';
import { isoDay, ukDay } from '../../uk-time';
import { lockedMeasure } from '../load-measure.server';
import { isCounted } from '../measure';
import { measureReference, valueFields } from '../measure-form';
import { mayKeepMeasure } from '../measure-policy';
import { startOf } from '../period';

/** The figure of a period. Where there is one already it is a correction: a new row that supersedes, with why. */
export const recordValue = command({
  name: 'measures.record-value',
  input: z.strictObject({ ...measureReference, ...valueFields }),
  load: async ({ tx, input }) => {
    const measure = await lockedMeasure(tx, input.reference);
    if (!measure) return null;
    const where = { measureId: measure.id, startsOn: input.startsOn, supersededBy: null };
    return { measure, standing: await tx.measureValue.findFirst({ where, select: { id: true } }) };
  },
  authorise: (actor, { measure }) => mayKeepMeasure(actor, measure),
  subject: ({ measure }) => ({ noun: 'measure', nounId: measure.id }),
  decide: ({ input, loaded: { measure, standing }, now, newId, newReference }) => {
    const { startsOn, value, source, confidence, note } = input;
    if (!isCounted(measure.state))
      return refuse('MeasureIsNotCounted', 'Figures are recorded while a measure is piloted or in use.');
    if (startOf(measure.periodKind, startsOn).getTime() !== startsOn.getTime())
      return refuseField('PeriodIsWrong', 'startsOn', 'Choose one of the periods');
    if (startsOn > ukDay(now)) return refuseField('PeriodIsToCome', 'startsOn', 'That period has not begun');
    const holding = measure.versions.find(({ holdsFrom }) => holdsFrom <= startsOn);
    if (!holding)
      return refuseField('SeriesIsWrong', 'startsOn', 'No definition of this measure held when it began');
    if (standing && note === '')
      return refuseField(
        'CorrectionHasNoReason',
        'note',
        'There is a figure already. Say why it is corrected',
      );
    const id = newId();
    return {
      change: {
        reference: measure.reference,
        row: {
          ...{ id, reference: newReference(), measureId: measure.id, version: holding.number },
          ...{ startsOn, value, source, confidence, note, supersedesId: standing?.id ?? null },
        },
      },
      facts: [
        {
          name: standing ? 'MeasureValueWasCorrected' : 'MeasureValueWasRecorded',
          noun: 'measure',
          nounId: measure.id,
          data: { valueId: id, startsOn: isoDay(startsOn), value, version: holding.number },
        },
      ],
    };
  },
  save: async ({ tx, actor, now }, { reference, row }) => {
    const recordedById = actor.kind === 'person' ? actor.id : '';
    await tx.measureValue.create({ data: { ...row, recordedById, recordedAt: now } });
    return { reference, value: row.reference };
  },
});
