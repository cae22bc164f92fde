import { z } from 'zod';
import { dayInput, listInput, optionalTextInput, textInput } from '../../form-inputs';
import { optionalReferenceInput, referenceInput } from '../../reference-input';
import { likelihoods, signalConfidences } from './yardstick';

export const signalFields = {
  title: textInput('Say in a few words what is changing', 200, 'Title'),
  changing: textInput('Say what is changing, and why it may matter', 6000, 'What is changing'),
  reviewBy: dayInput('Enter when to look at it again'),
  threatAreas: listInput(z.string().max(100)),
  elicitation: optionalReferenceInput,
  questions: optionalTextInput(400, 'Questions'),
};
export type SignalInput = { [Field in keyof typeof signalFields]: z.output<(typeof signalFields)[Field]> };

export const judgementFields = {
  likelihood: z.enum(likelihoods, { error: 'Choose how likely it is' }),
  confidence: z.enum(signalConfidences, { error: 'Choose how sound that judgement is' }),
  reason: textInput('Say what the judgement rests on', 2000, 'Why'),
};

const WEB = /^https?:\/\/[^\s/]+\S*$/i;

export const evidenceFields = {
  finding: optionalReferenceInput,
  address: optionalTextInput(500, 'Address').refine(
    (text) => text === '' || WEB.test(text),
    'Enter an address that begins with https://',
  ),
  says: textInput('Say what it shows', 1000, 'What it shows'),
};
export const signalReference = { reference: referenceInput };
