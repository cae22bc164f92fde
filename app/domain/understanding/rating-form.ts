import { z } from 'zod';
import { optionalDayInput, optionalTextInput, textInput } from '../form-inputs';
import { DIMENSIONS, UNDERSTANDING_LEVELS } from './understanding';

export const rateUnderstandingInput = z.strictObject({
  slug: z.string().max(100),
  dimension: z.enum(DIMENSIONS, { error: 'Choose which side of it you judge' }),
  level: z.enum([...UNDERSTANDING_LEVELS, 'unknown'], { error: 'Choose how well it is understood' }),
  basis: textInput('Say on what you base this', 2000),
  findings: optionalTextInput(2000),
  reviewBy: optionalDayInput(),
});
