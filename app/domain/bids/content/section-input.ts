import { z } from 'zod';
import { listInput, optionalDayInput, optionalMoneyInput, optionalTextInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';

const LONG_TEXT = 60_000;
const MOST_ROWS = 40;

/** A number that may be missing, within limits, of at most so many decimal places. */
const optionalNumberInput = (least: number, most: number, decimals: number, message: string) =>
  z
    .unknown()
    .optional()
    .transform((value, context): number | undefined => {
      if (value === undefined || value === null || value === '') return undefined;
      const number = Number(typeof value === 'string' ? value.trim().replace(/%$/, '') : value);
      const scaled = number * 10 ** decimals;
      if (number >= least && number <= most && Math.abs(scaled - Math.round(scaled)) < 1e-6) return number;
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    });

const person = z.strictObject({
  name: optionalTextInput(200),
  role: optionalTextInput(200),
  narrative: optionalTextInput(20_000),
});
const milestone = z.strictObject({
  title: optionalTextInput(200),
  weeks: optionalNumberInput(1, 520, 0, 'Enter a whole number of weeks from 1 to 520'),
  share: optionalNumberInput(0, 100, 0, 'Enter a whole percentage from 0 to 100'),
});
const confidential = z.strictObject({
  section: optionalTextInput(40),
  reason: optionalTextInput(1000),
  until: optionalDayInput(),
});
const line = z.strictObject({
  role: optionalTextInput(200),
  dayRate: optionalMoneyInput(),
  days: optionalNumberInput(0.01, 5000, 2, 'Enter a number of days, like 12 or 2.5'),
});
const otherCost = z.strictObject({ title: optionalTextInput(200), amount: optionalMoneyInput() });

const listOf = <Item extends z.ZodType>(item: Item) =>
  listInput(item).refine((list) => list.length <= MOST_ROWS, {
    error: `Use ${MOST_ROWS} rows or fewer`,
  });

/**
 * Any one section of a bid as its page sends it. Nothing is required and word limits do not bind: a draft is
 * saved as far as it got, and what is missing is said at the check before submitting.
 */
export const sectionInput = z.strictObject({
  reference: referenceInput,
  section: z.string().max(40),
  /** The revision of the bid that the page was read at. */
  revision: z.coerce.number().int().min(1),
  intent: z.enum(['continue', 'more', 'autosave']).default('continue'),
  text: optionalTextInput(LONG_TEXT),
  people: listOf(person),
  milestones: listOf(milestone),
  confidential: listOf(confidential),
  otherBids: z.enum(['none', 'some']).optional(),
  lines: listOf(line),
  otherCosts: listOf(otherCost),
  overheads: optionalMoneyInput(),
  fullEconomicCost: optionalNumberInput(1, 100, 0, 'Enter a whole percentage from 1 to 100'),
});

export type SectionInput = z.infer<typeof sectionInput>;
