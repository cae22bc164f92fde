import { z } from 'zod';
import { onShape } from '~/web/asked-day.server';

const slug = z.string().max(100).optional();
const reference = z.string().max(20).optional();

export const rankingShape = { set: slug, weights: reference, ...onShape };
export const comparisonShape = {
  one: slug,
  other: slug,
  weights: reference,
  ...onShape,
};
export const sensitivityShape = {
  one: reference,
  other: reference,
  set: slug,
  ...onShape,
};
