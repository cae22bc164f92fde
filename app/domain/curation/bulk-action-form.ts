import { z } from 'zod';
import { listInput, optionalDayInput, optionalTextInput } from '../form-inputs';
import { optionalReferenceInput, referenceInput } from '../reference-input';
import { refuseField, type Refusal } from '../refusal';
import { ACTIONS, BULK_ACTIONS, MOST_ITEMS } from './bulk-action';

export const bulkActionInput = z.strictObject({
  action: z.enum(BULK_ACTIONS, { error: 'Choose what to do' }),
  items: listInput(referenceInput).pipe(
    z.array(z.string()).min(1, 'Select at least one').max(MOST_ITEMS, `Select ${MOST_ITEMS} at most`),
  ),
  reason: optionalTextInput(1000),
  reviewBy: optionalDayInput(),
  threatAreas: listInput(z.string().max(100)),
  strands: listInput(z.string().max(100)),
  /** What to merge into, where it is not the older of two that look the same. */
  into: optionalReferenceInput,
});
export type BulkActionInput = z.output<typeof bulkActionInput>;

/** What each item's own command is given; kept with the bulk action. */
export interface ActionInput {
  reason: string;
  reviewBy: string | null;
  threatAreas: string[];
  strands: string[];
  into: string;
}

export const actionInputOf = (input: BulkActionInput): ActionInput => ({
  reason: input.reason,
  reviewBy: input.reviewBy?.toISOString().slice(0, 10) ?? null,
  threatAreas: input.threatAreas,
  strands: input.strands,
  into: input.into,
});

/** What the chosen action still asks for; null when nothing. */
export function whatIsMissing(input: BulkActionInput, now: Date): Refusal | null {
  const { asks } = ACTIONS[input.action];
  if (asks === 'reason' && input.reason === '')
    return refuseField('ReasonIsMissing', 'reason', 'Say why: the person is told');
  if (asks === 'day' && !input.reviewBy)
    return refuseField('DayIsMissing', 'reviewBy', 'Enter when to look at it again');
  if (asks === 'day' && input.reviewBy && input.reviewBy <= now)
    return refuseField('DayHasPassed', 'reviewBy', 'Enter a day in the future');
  if (asks === 'tags' && input.threatAreas.length + input.strands.length === 0)
    return refuseField('NothingIsChosen', 'threatAreas', 'Choose at least one threat area or strand');
  return null;
}
