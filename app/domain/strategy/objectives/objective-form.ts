import { z } from 'zod';
import { listInput, optionalDayInput, optionalTextInput, textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';

const MOST_POUNDS = 2_000_000_000;

/** Whole pounds as typed: `£1,200,000` or `1200000`; nothing typed is not known. */
const optionalPoundsInput = z
  .unknown()
  .optional()
  .transform((value, context): number | null => {
    if (value === undefined || value === null || value === '') return null;
    if (typeof value === 'number') return value;
    const digits =
      typeof value === 'string' ? /^£?\s*(\d{1,3}(?:,\d{3})+|\d+)$/.exec(value.trim())?.[1] : undefined;
    const pounds = digits === undefined ? Number.NaN : Number(digits.replaceAll(',', ''));
    if (pounds <= MOST_POUNDS) return pounds;
    context.addIssue({ code: 'custom', message: 'Enter whole pounds, like £1,200,000' });
    return z.NEVER;
  });

export const describeObjectiveInput = z.strictObject({
  reference: referenceInput,
  number: z.coerce.number().int().nonnegative(),
  owner: optionalTextInput(200),
  measure: optionalTextInput(500),
  costPounds: optionalPoundsInput,
  dueOn: optionalDayInput(),
  rationale: optionalTextInput(1000),
  areas: listInput(z.string().max(100)),
  changeNote: textInput('Say what changes and where it comes from', 500),
});
