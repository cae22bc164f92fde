import { z } from 'zod';
import { optionalTextInput, textInput } from '../../form-inputs';
import { refuseField } from '../../refusal';
import { rorInput } from './ror';
import { domainsInput, LEVELS, ORGANISATION_KIND_NAMES } from './organisation';

/** What is held of an organisation. A level or region that nobody knows stays empty. */
export const organisationForm = {
  name: textInput('Enter a name', 200),
  kind: z.enum(ORGANISATION_KIND_NAMES, { error: 'Choose a kind' }),
  level: z.enum(['', ...LEVELS], { error: 'Choose one of the list' }).default(''),
  region: optionalTextInput(60),
  domains: domainsInput,
  rorId: rorInput,
  changeNote: textInput('Say what changes, and how you know', 500),
};

export const ROR_IS_TAKEN = refuseField('RorIsTaken', 'rorId', 'This ROR ID belongs to another organisation');
