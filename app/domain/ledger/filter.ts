import { z } from 'zod';
import { isoDayInput } from '../form-inputs';

export const moneyFilter = {
  from: isoDayInput().optional(),
  to: isoDayInput().optional(),
  base: z.string().max(200).optional(),
};
