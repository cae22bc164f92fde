import type { Db } from '~/platform/db.server';
import type { Actor } from './actor';
import type { Accepted, Command, Saving, Situation } from './command.server';
import type { Verdict } from './policy';
import { isRefusal, refuse, type Refusal } from './refusal';

type Surroundings = Omit<Situation<unknown, unknown>, 'input' | 'loaded'>;

/** An operation that is carried out as part of another: its own policy, rules and facts, one transaction. */
export interface Part {
  verdict: Verdict;
  decide: (surroundings: Surroundings) => Accepted<(saving: Saving) => Promise<void>> | Refusal;
}

/** Loads and judges the operation for the same actor; null when what it is about does not exist. */
export async function partOf<Input, Loaded, Change, Value>(
  operation: Command<Input, Loaded, Change, Value>,
  { tx, actor }: { tx: Db; actor: Actor },
  raw: unknown,
): Promise<Part | null> {
  const parsed = operation.input.safeParse(raw);
  if (!parsed.success) return unreadable(parsed.error.issues[0]);
  const input = parsed.data;
  const loaded = await operation.load({ tx, actor, input });
  if (loaded === null) return null;
  return {
    verdict: operation.authorise(actor, loaded, input),
    decide: (surroundings) => {
      const decision = operation.decide({ ...surroundings, input, loaded });
      if (isRefusal(decision)) return decision;
      return {
        facts: decision.facts,
        change: async (saving) => void (await operation.save(saving, decision.change)),
      };
    },
  };
}

function unreadable(issue: { message: string; path: PropertyKey[] } | undefined): Part {
  const message = issue?.message ?? 'It cannot be read.';
  const fields = { [String(issue?.path[0] ?? '')]: message };
  return { verdict: { kind: 'allow' }, decide: () => refuse('CannotBeRead', message, { fields }) };
}
