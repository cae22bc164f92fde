import { z } from 'zod';
import { dayInput, moneyInput, optionalTextInput, textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { WINNER_ROLES } from './winner-roles';

const position = z.coerce.number().int().min(1).max(100);
const somebody = z.union([z.literal('').transform(() => undefined), referenceInput]).optional();

/** What each kind of change proposes. Stored as it was asked, and read back by the same words. */
export const PROPOSALS = {
  dates: z.object({
    endsOn: dayInput('Enter the last day of the contract'),
    rows: z.array(z.object({ position, dueOn: dayInput('Enter when it is due') })).default([]),
  }),
  budget: z.object({
    rows: z.array(z.object({ position, amount: moneyInput('Enter what is paid for it, or £0') })).default([]),
  }),
  people: z.object({ joins: somebody, role: z.enum(WINNER_ROLES).default('editor'), leaves: somebody }),
  scope: z.object({
    text: textInput('Say what changes in the work', 5000),
    position: z.union([z.literal('').transform(() => undefined), position]).optional(),
    title: optionalTextInput(300),
  }),
  suspension: z.object({
    from: dayInput('Enter the first day'),
    until: dayInput('Enter the last day'),
  }),
  termination: z.object({ lastDay: dayInput('Enter the last day of the work') }),
} as const;

export type Proposals = { [Kind in keyof typeof PROPOSALS]: z.output<(typeof PROPOSALS)[Kind]> };
export type Proposal = { [Kind in keyof Proposals]: { kind: Kind } & Proposals[Kind] }[keyof Proposals];

/** The proposal of a stored request. */
export function readProposal(kind: string, stored: unknown): Proposal {
  const known = z.enum(Object.keys(PROPOSALS) as [keyof Proposals, ...(keyof Proposals)[]]).parse(kind);
  return { kind: known, ...PROPOSALS[known].parse(stored) } as Proposal;
}
