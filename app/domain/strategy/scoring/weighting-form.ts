import { z } from 'zod';
import { textInput } from '../../form-inputs';

const weight = z.coerce
  .number({ error: 'Enter a whole number from 0 to 100' })
  .int('Enter a whole number from 0 to 100')
  .min(0, 'Enter a whole number from 0 to 100')
  .max(100, 'Enter a whole number from 0 to 100');

export const weightFields = {
  harm: weight,
  gap: weight,
  timeliness: weight,
  feasibility: weight,
  domestic: weight,
  overseas: weight,
};

export const saveWeightingInput = z.strictObject({
  name: textInput('Give these weights a name', 100),
  note: textInput('Say why they are weighted so', 500),
  ...weightFields,
  standing: z.boolean().optional(),
});
