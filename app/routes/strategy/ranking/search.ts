import { z } from 'zod';

const slug = z.string().max(100).optional();
const reference = z.string().max(20).optional();

export const rankingShape = { set: slug, weights: reference, on: z.string().max(20).optional() };
export const comparisonShape = {
  one: slug,
  other: slug,
  weights: reference,
  on: z.string().max(20).optional(),
};
export const sensitivityShape = {
  one: reference,
  other: reference,
  set: slug,
  on: z.string().max(20).optional(),
};
