import { z } from 'zod';
import { spanOf } from '~/domain/strategy/written-date';

export const onShape = { on: z.string().max(20).optional() };

/** The day of an address, if it is one; what was typed is kept for the form. */
export function askedDay(on: string | undefined) {
  const isDay = on === undefined || (on.length === 10 && spanOf(on) !== null);
  return { on: isDay ? on : undefined, typed: on, isDay };
}
