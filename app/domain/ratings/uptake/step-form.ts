import { z } from 'zod';
import { dayInput, optionalTextInput, textInput } from '../../form-inputs';
import { optionalReferenceInput, referenceInput } from '../../reference-input';
import { DECISIONS } from './uptake';

const chosen = (missing: string) =>
  z.preprocess((given) => given ?? '', z.string({ error: missing }).min(1, missing).pipe(referenceInput));

/** One step; what it follows says of which kind it is. */
export const stepInput = {
  reference: referenceInput,
  /** The step before it; none before a recommendation. */
  follows: optionalReferenceInput,
  text: textInput('Say what it is', 2000, 'What it is'),
  happenedOn: dayInput('Enter when it happened'),
  organisation: chosen('Choose the organisation that owns it'),
  owner: textInput('Enter the post that owns it, like head of port security', 120, 'Owner'),
  taken: z.preprocess(
    (given) => (given === '' || given === null ? undefined : given),
    z.enum(DECISIONS, { error: 'Choose what was decided' }).optional(),
  ),
  evidence: optionalTextInput(2000, 'What shows it'),
  impactRecord: optionalReferenceInput,
};
export type StepInput = z.output<z.ZodObject<typeof stepInput>>;
