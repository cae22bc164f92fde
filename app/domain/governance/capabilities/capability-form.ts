import { z } from 'zod';
import { listInput, textInput } from '../../form-inputs';
import { LEVELS } from '../../people/organisations/organisation';
import { optionalReferenceInput, referenceInput } from '../../reference-input';
import { refuseField, type Refusal } from '../../refusal';
import { capabilityKinds, stages } from './capability';

export const capabilityFields = {
  kind: z.enum(capabilityKinds, { error: 'Say whether somebody has it or lacks it' }),
  name: textInput('Enter a name', 200, 'Name'),
  purpose: textInput('Say what it does, or would do', 4000, 'Function'),
  stage: z.enum(['', ...stages], { error: 'Choose one of the list' }).default(''),
  level: z.enum(LEVELS, { error: 'Choose a level' }),
  owner: z.string({ error: 'Choose an organisation' }).min(1, 'Choose an organisation').pipe(referenceInput),
  users: listInput(referenceInput),
  threatAreas: listInput(z.string().max(100)),
};
export type CapabilityInput = {
  [Field in keyof typeof capabilityFields]: z.output<(typeof capabilityFields)[Field]>;
};

export const capabilityReference = { capability: referenceInput };

export const linkFields = { question: optionalReferenceInput, finding: optionalReferenceInput };

/** A gap has no stage; what somebody has is at one. */
export function whyNoStage({ kind, stage }: CapabilityInput): Refusal | null {
  if (kind === 'held' && stage === '') return refuseField('StageIsMissing', 'stage', 'Choose its stage');
  return kind === 'wanted' && stage !== ''
    ? refuseField('GapHasNoStage', 'stage', 'A gap has no stage. Choose none')
    : null;
}
