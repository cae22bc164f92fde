import type { Outcome } from '~/domain/command.server';

/** What a command that was carried out gave. */
export function done<Value>(outcome: Outcome<Value>): Value {
  if (outcome.kind === 'done') return outcome.value;
  throw new Error(`not done: ${JSON.stringify(outcome)}`);
}

/** The name of the refusal, or how else it ended. */
export const ending = (outcome: Outcome<unknown>): string =>
  outcome.kind === 'refused' ? outcome.refusal.name : outcome.kind;
