import { z } from 'zod';
import { optionalDayInput } from '../../form-inputs';

const COUNT = 'Enter a whole number from 0 to 200';

/** How many bids at most, until when, and one time away; each may be left open. */
export const availabilityFields = {
  mostBids: z
    .union(
      [
        z
          .string()
          .trim()
          .length(0)
          .transform(() => undefined),
        z.coerce.number(COUNT).int(COUNT).min(0, COUNT).max(200, COUNT),
      ],
      {
        error: COUNT,
      },
    )
    .optional(),
  availableUntil: optionalDayInput('Available until'),
  awayFrom: optionalDayInput('Away from'),
  awayUntil: optionalDayInput('Away until'),
};

export interface Availability {
  mostBids?: number | undefined;
  availableUntil?: Date | undefined;
  awayFrom?: Date | undefined;
  awayUntil?: Date | undefined;
}

/** Messages beside dates that do not go together. */
export function gapsInAvailability({ awayFrom, awayUntil }: Availability): Record<string, string> {
  if (awayFrom && !awayUntil) return { awayUntil: 'Say when you are back, as the last day away' };
  if (awayUntil && !awayFrom) return { awayFrom: 'Say from when you are away' };
  return awayFrom && awayUntil && awayUntil < awayFrom
    ? { awayUntil: 'The last day away comes before the first' }
    : {};
}

export const availabilityRow = ({ mostBids, availableUntil, awayFrom, awayUntil }: Availability) => ({
  mostBids: mostBids ?? null,
  availableUntil: availableUntil ?? null,
  awayFrom: awayFrom ?? null,
  awayUntil: awayUntil ?? null,
});
