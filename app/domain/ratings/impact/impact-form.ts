import { z } from 'zod';
import { dayInput, optionalTextInput, textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';

const chosen = (missing: string) =>
  z.preprocess((given) => given ?? '', z.string().min(1, missing).pipe(referenceInput));

const webAddress = optionalTextInput(500).refine(
  (text) => text === '' || (/^https?:\/\//i.test(text) && URL.canParse(text)),
  'Enter a web address that starts with https://',
);

/** A decision that a finding informed. */
export const impactInput = {
  reference: referenceInput,
  organisation: chosen('Choose the organisation that decided'),
  decision: textInput('Say what was decided', 1000),
  decidedOn: dayInput('Enter when it was decided'),
  effect: textInput('Say what the finding changed', 2000),
  evidence: textInput('Say what shows it', 2000),
  evidenceAddress: webAddress,
  priority: z.preprocess(
    (given) => (given === '' || given === null ? undefined : given),
    referenceInput.optional(),
  ),
};
export type ImpactInput = z.output<z.ZodObject<typeof impactInput>>;
