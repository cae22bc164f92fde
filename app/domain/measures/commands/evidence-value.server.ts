import { z } from 'zod';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { parseReference } from '../../reference';
import { refuse, refuseField } from '../../refusal';
import { evidenceOf, lockedValue } from '../load-value.server';
import { measureReference } from '../measure-form';
import { mayKeepMeasure } from '../measure-policy';

/** Links what shows a figure: a finding, a dataset, an impact record, or a page elsewhere. */
export const evidenceValue = command({
  name: 'measures.evidence-value',
  input: z.strictObject({
    ...measureReference,
    evidence: textInput('Enter a reference or an address', 500, 'Evidence'),
    note: textInput('Say what it shows', 1000, 'What it shows'),
  }),
  load: async ({ tx, actor, input }) => {
    const value = await lockedValue(tx, input.reference);
    const evidence = await evidenceOf(tx, actor, input.evidence, parseReference(input.evidence));
    return value && { value, evidence };
  },
  authorise: (actor, { value }) => mayKeepMeasure(actor, value.measure),
  subject: ({ value }) => ({ noun: 'measure', nounId: value.measure.id }),
  decide: ({ input, loaded: { value, evidence } }) => {
    if (value.checks.some(({ step }) => step === 'evidenced'))
      return refuse('FigureIsEvidenced', 'Evidence is linked already.', { stale: true });
    if (!evidence)
      return refuseField(
        'EvidenceIsUnknown',
        'evidence',
        'Enter the reference of a finding, a dataset or an impact record, or an address that begins with https://',
      );
    const { measure, id } = value;
    return {
      change: { reference: measure.reference, row: { valueId: id, ...evidence, note: input.note } },
      facts: [
        { name: 'MeasureValueWasEvidenced', noun: 'measure', nounId: measure.id, data: { valueId: id } },
      ],
    };
  },
  save: async ({ tx, actor, now }, { reference, row }) => {
    const byId = actor.kind === 'person' ? actor.id : '';
    await tx.measureCheck.create({ data: { ...row, step: 'evidenced', byId, at: now } });
    return { reference };
  },
});
