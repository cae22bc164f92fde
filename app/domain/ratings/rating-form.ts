import { z } from 'zod';
import { optionalTextInput } from '../form-inputs';
import { referenceInput } from '../reference-input';

const value = z.enum(['1', '2', '3', '4', '5', 'cannotJudge'], {
  error: 'Choose how much it matters, or cannot judge',
});

/** A box that is ticked or not; forms say `on`. */
const ticked = z.preprocess((given) => given === true || given === 'on' || given === 'true', z.boolean());

export const ratingFields = {
  priority: z.preprocess(
    (given) => (given === undefined || given === null ? '' : given),
    z.string({ error: 'Choose a priority' }).min(1, 'Choose a priority').pipe(referenceInput),
  ),
  value,
  certainty: z.coerce
    .number({ error: 'Choose how certain you are' })
    .int()
    .min(1, 'Choose how certain you are')
    .max(3, 'Choose how certain you are'),
  reason: optionalTextInput(1000, 'Why'),
  interest: ticked,
};

export const valueOf = (chosen: z.output<typeof value>): number | null =>
  chosen === 'cannotJudge' ? null : Number(chosen);
