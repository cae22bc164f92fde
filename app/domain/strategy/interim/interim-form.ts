import { z } from 'zod';
import { dayInput, textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { PRIORITY_KINDS } from '../priority-set';

export const addInterimSetInput = z.strictObject({
  team: referenceInput,
  document: textInput('Give the set a name', 150),
  kind: z.enum(PRIORITY_KINDS, { error: 'Choose what kind of priorities these are' }),
  startsOn: dayInput('Enter the day it starts'),
  expiresOn: dayInput('Enter the day it expires'),
  priorities: textInput('Enter the priorities, one a line', 4000),
  note: textInput('Say why it is needed until something wider is agreed', 2000),
});

export const endInterimSetInput = z.strictObject({
  reference: referenceInput,
  reason: textInput('Say why it ends', 500),
});

const MOST_YEARS = 2;
const SUFFIX = ' (interim)';

/** The name of an interim set says so wherever it stands. */
export const interimName = (document: string): string =>
  document.toLowerCase().endsWith(SUFFIX)
    ? `${document.slice(0, -SUFFIX.length)}${SUFFIX}`
    : `${document}${SUFFIX}`;

/** The last day that a set from a day on may have. */
export function latestExpiry(startsOn: Date): Date {
  const latest = new Date(startsOn);
  const month = latest.getUTCMonth();
  latest.setUTCFullYear(latest.getUTCFullYear() + MOST_YEARS);
  // 29 February has no 29 February two years on.
  if (latest.getUTCMonth() !== month) latest.setUTCDate(0);
  return latest;
}
