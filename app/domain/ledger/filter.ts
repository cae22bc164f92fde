import { z } from 'zod';

export const moneyFilter = {
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  base: z.string().max(200).optional(),
};
