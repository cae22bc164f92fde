import { z } from 'zod';

export const coverageShape = {
  by: z.enum(['level', 'country']).default('level'),
  country: z.string().max(60).optional(),
  on: z.string().max(20).optional(),
};
