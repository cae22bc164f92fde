import { z } from 'zod';
import { dayInput, optionalDayInput, optionalTextInput, textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';

/** `framework:slug` or `set:slug`, as the choices of the form are worded. */
const FOLLOWED = /^(framework|set):([a-z0-9-]{1,100})$/;

export const declareFollowingInput = z.strictObject({
  organisation: z.string({ error: 'Choose the organisation' }).min(1, 'Choose the organisation').max(100),
  followed: z.string({ error: 'Choose what it follows' }).regex(FOLLOWED, 'Choose what it follows'),
  startsOn: dayInput('Enter the day from which it follows this'),
  endsOn: optionalDayInput(),
  note: optionalTextInput(1000),
});

export const endFollowingInput = z.strictObject({
  reference: referenceInput,
  endsOn: dayInput('Enter the last day'),
  why: textInput('Say why it ends', 500),
});

export function followedOf(text: string): { kind: 'framework' | 'set'; slug: string } | null {
  const [, kind, slug] = FOLLOWED.exec(text) ?? [];
  return slug && (kind === 'framework' || kind === 'set') ? { kind, slug } : null;
}
