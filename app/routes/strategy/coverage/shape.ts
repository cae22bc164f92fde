import { z } from 'zod';
import { onShape } from '~/web/asked-day.server';

export const coverageShape = {
  by: z.enum(['level', 'country']).default('level'),
  country: z.string().max(60).optional(),
  ...onShape,
};
