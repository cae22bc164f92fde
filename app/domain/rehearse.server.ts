import { database, type Db } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';
import type { Actor } from './actor';
import type { Command } from './command.server';
import { newReference } from './new-reference.server';
import { isRefusal } from './refusal';

export type Rehearsal = { would: 'do' } | { would: 'refuse'; why: string };

const WAY_BACK = Symbol('rehearsed');

/** What a command would answer now, by its own load, policy and decision; nothing is changed or recorded. */
export async function rehearse<Input, Loaded, Change, Value>(
  operation: Command<Input, Loaded, Change, Value>,
  actor: Actor,
  raw: unknown,
): Promise<Rehearsal> {
  const parsed = operation.input.safeParse(raw);
  if (!parsed.success) return refused(parsed.error.issues[0]?.message ?? 'It cannot be read.');
  return withoutTrace((tx) => judge(tx, operation, actor, parsed.data));
}

/** Does something in earnest and takes all of it back; only what it found stays. `patience` in milliseconds. */
export async function withoutTrace<Found>(
  work: (tx: Db) => Promise<Found>,
  patience?: number,
): Promise<Found> {
  const found: Found[] = [];
  const attempt = async (tx: Db): Promise<never> => {
    found.push(await work(tx));
    throw WAY_BACK;
  };
  await database()
    .$transaction(attempt, patience === undefined ? {} : { timeout: patience, maxWait: patience })
    .catch((error: unknown) => {
      if (error !== WAY_BACK) throw error;
    });
  return found[0] as Found;
}

async function judge<Input, Loaded, Change, Value>(
  tx: Db,
  operation: Command<Input, Loaded, Change, Value>,
  actor: Actor,
  input: Input,
): Promise<Rehearsal> {
  const loaded = await operation.load({ tx, actor, input });
  if (loaded === null) return refused('It is no longer there.');
  const verdict = operation.authorise(actor, loaded, input);
  if (verdict.kind === 'deny') return refused(verdict.why);
  if (verdict.kind === 'hide') return refused('It is no longer there.');
  const decision = operation.decide({ input, loaded, actor, now: actor.asOf, newId, newReference });
  return isRefusal(decision) ? refused(decision.message) : { would: 'do' };
}

const refused = (why: string): Rehearsal => ({ would: 'refuse', why });
