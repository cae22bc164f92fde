import { isoDayInput } from '../../form-inputs';
import { addDays, isoDay, ukDay } from '../../uk-time';

const DAYS = 365;

/** Two days of an address, both counted; the last year where none is said. */
export const periodShape = {
  from: isoDayInput('Enter a day').optional(),
  to: isoDayInput('Enter a day').optional(),
};

export interface Period {
  from: string;
  to: string;
}

export function periodOf(
  { from, to }: { from?: string | undefined; to?: string | undefined },
  now: Date,
): Period {
  const last = to ?? isoDay(ukDay(now));
  return { from: from ?? isoDay(addDays(new Date(last), -DAYS + 1)), to: last };
}
