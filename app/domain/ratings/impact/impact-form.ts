import { z } from 'zod';
import { dayInput, optionalTextInput, textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';

const chosen = (missing: string) =>
  z.preprocess((given) => given ?? '', z.string({ error: missing }).min(1, missing).pipe(referenceInput));

const webAddress = optionalTextInput(500, 'Web address').refine(
  (text) => text === '' || (/^https?:\/\//i.test(text) && URL.canParse(text)),
  'Enter a web address that starts with https://',
);

/** A decision that a finding informed. */
export const impactInput = {
  reference: referenceInput,
  organisation: chosen('Choose the organisation that decided'),
  decision: textInput('Say what was decided', 1000, 'What was decided'),
  decidedOn: dayInput('Enter when it was decided'),
  effect: textInput('Say what the finding changed', 2000, 'What the finding changed'),
  evidence: textInput('Say what shows it', 2000, 'What shows it'),
  evidenceAddress: webAddress,
  priority: z.preprocess(
    (given) => (given === '' || given === null ? undefined : given),
    referenceInput.optional(),
  ),
};
export type ImpactInput = z.output<z.ZodObject<typeof impactInput>>;
