import type { z } from 'zod';
import { database, type Db } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';
import type { Actor } from './actor';
import type { FactDraft } from './fact';
import { recordFacts } from './fact-record.server';
import { brokenRule, gaveWay, wasOvertaken, type BrokenRule } from './broken-rule.server';
import { newReference } from './new-reference.server';
import { claimKey, keepKey } from './one-use-key.server';
import type { Verdict } from './policy';
import { isRefusal, refuse, type Refusal } from './refusal';

/** What `decide` knows: nothing but what was loaded, asked, and when. */
export interface Situation<Input, Loaded> {
  input: Input;
  loaded: Loaded;
  actor: Actor;
  now: Date;
  newId: () => string;
  newReference: () => string;
}

export interface Accepted<Change> {
  change: Change;
  facts: FactDraft[];
}

export interface Saving {
  tx: Db;
  actor: Actor;
  now: Date;
  newId: () => string;
  newReference: () => string;
  /** For facts that are known only while saving, such as the hash of what was sealed. */
  record: (fact: FactDraft) => void;
}

/**
 * One operation. The runner does load → authorise → decide → save → facts in one transaction.
 * `load` returns null for a thing that does not exist; it takes the row lock where order matters.
 */
export interface Command<Input, Loaded, Change, Value> {
  name: string;
  input: z.ZodType<Input>;
  load: (loading: { tx: Db; actor: Actor; input: Input }) => Promise<Loaded | null>;
  authorise: (actor: Actor, loaded: Loaded, input: Input) => Verdict;
  decide: (situation: Situation<Input, Loaded>) => Accepted<Change> | Refusal;
  save: (saving: Saving, change: Change) => Promise<Value>;
  /** Judged first, outside the transaction: attempts stay counted and no connection waits for a count. */
  limit?: (actor: Actor, input: Input) => Promise<Refusal | null>;
  /** Milliseconds that its transaction may take, where it does much at once. */
  patience?: number;
  /** What is asked or answered is secret: no one-use key is kept, which would hold a trace of it. */
  secret?: boolean;
  /** Words for database rules by constraint name; a race decided by the database is a refusal too. */
  rules?: Record<string, Refusal>;
  /** The thing acted on, so that a denied attempt stands in its history. */
  subject?: (loaded: Loaded) => { noun: FactDraft['noun']; nounId: string };
}

export type Outcome<Value> =
  | { kind: 'done'; value: Value }
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'denied'; why: string }
  | { kind: 'hidden' }
  | { kind: 'invalid'; issues: z.core.$ZodIssue[] };

/** Lets TypeScript infer the four types from the six parts. */
export const command = <Input, Loaded, Change, Value>(
  parts: Command<Input, Loaded, Change, Value>,
): Command<Input, Loaded, Change, Value> => parts;

const TRANSACTION = { maxWait: 10_000, timeout: 20_000 } as const;

/** Runs a command for an actor. `key` makes a repeat of the same request give the same answer. */
export async function run<Input, Loaded, Change, Value>(
  operation: Command<Input, Loaded, Change, Value>,
  actor: Actor,
  raw: unknown,
  givenKey?: string,
): Promise<Outcome<Value>> {
  const key = operation.secret ? undefined : givenKey;
  const parsed = operation.input.safeParse(raw);
  if (!parsed.success) return { kind: 'invalid', issues: parsed.error.issues };
  const limited = await operation.limit?.(actor, parsed.data);
  if (limited) return { kind: 'refused', refusal: limited };
  let denial: Denied | undefined;
  const attempt = async (tx: Db): Promise<Outcome<Value>> => {
    denial = undefined;
    const claimed = await claimKey(tx, actor, operation.name, key, parsed.data);
    if (claimed.kind === 'repeat') return { kind: 'done', value: claimed.result as Value };
    if (claimed.kind === 'conflict') return { kind: 'refused', refusal: claimed.refusal };
    const made = await carriedOut(tx, operation, actor, parsed.data, (found) => (denial = found));
    if (made.kind === 'done') await keepKey(tx, actor, operation.name, key, parsed.data, made.value);
    return made;
  };
  try {
    const outcome = await untilItsTurn(operation, () =>
      database().$transaction(attempt, {
        ...TRANSACTION,
        timeout: operation.patience ?? TRANSACTION.timeout,
      }),
    );
    if (denial) await recordDenial(actor, operation.name, denial.subject, denial.why);
    return outcome;
  } catch (error) {
    const broken = brokenRule(error);
    if (!broken) throw error;
    const worded = wordedRule(operation, broken);
    if (!worded) throw error;
    return { kind: 'refused', refusal: worded };
  }
}

const wordedRule = (
  { rules }: { rules?: Record<string, Refusal> },
  { rule, message }: BrokenRule,
): Refusal | null => rules?.[rule] ?? (message ? refuse(rule, message) : null);

interface Denied {
  subject: { noun: FactDraft['noun']; nounId: string } | undefined;
  why: string;
}

/** load → authorise → decide → save → facts. */
async function carriedOut<Input, Loaded, Change, Value>(
  tx: Db,
  operation: Command<Input, Loaded, Change, Value>,
  actor: Actor,
  input: Input,
  denied: (found: Denied) => void,
): Promise<Outcome<Value>> {
  const loaded = await operation.load({ tx, actor, input });
  if (loaded === null) return { kind: 'hidden' };
  const verdict = operation.authorise(actor, loaded, input);
  if (verdict.kind !== 'allow') {
    denied({
      subject: operation.subject?.(loaded),
      why: verdict.kind === 'deny' ? verdict.why : 'may not know of it',
    });
    return verdict.kind === 'deny' ? { kind: 'denied', why: verdict.why } : { kind: 'hidden' };
  }
  const now = await clock(tx);
  const decision = operation.decide({ input, loaded, actor, now, newId, newReference });
  if (isRefusal(decision)) return { kind: 'refused', refusal: decision };
  const facts = [...decision.facts];
  const record = (fact: FactDraft) => facts.push(fact);
  const value = await operation.save({ tx, actor, now, newId, newReference, record }, decision.change);
  await recordFacts(tx, { actor, now, command: operation.name }, facts);
  return { kind: 'done', value };
}

/**
 * The same as one of many within the transaction of another command. What it would have written is gone where it is
 * refused; it takes no one-use key and counts against no limit, which are the other command's.
 */
export async function runWithin<Input, Loaded, Change, Value>(
  tx: Db,
  operation: Command<Input, Loaded, Change, Value>,
  actor: Actor,
  raw: unknown,
): Promise<Outcome<Value>> {
  const parsed = operation.input.safeParse(raw);
  if (!parsed.success) return { kind: 'invalid', issues: parsed.error.issues };
  await tx.$executeRaw`SAVEPOINT one_of_many`;
  try {
    const outcome = await carriedOut(tx, operation, actor, parsed.data, () => undefined);
    await tx.$executeRaw`RELEASE SAVEPOINT one_of_many`;
    return outcome;
  } catch (error) {
    const broken = brokenRule(error);
    const worded = broken && wordedRule(operation, broken);
    if (!worded) throw error;
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT one_of_many`;
    return { kind: 'refused', refusal: worded };
  }
}

const MOST_ATTEMPTS = 3;

/**
 * Two commands that wait for each other: the database ends one, which then finds what the other left. So does one
 * that wrote what another had written since it looked, unless it has words for that.
 */
async function untilItsTurn<Value>(
  operation: { rules?: Record<string, Refusal> },
  attempt: () => Promise<Value>,
): Promise<Value> {
  for (let made = 1; ; made++)
    try {
      return await attempt();
    } catch (error) {
      const broken = brokenRule(error);
      const worded = broken && wordedRule(operation, broken);
      if (made === MOST_ATTEMPTS || worded || !(gaveWay(error) || wasOvertaken(error))) throw error;
    }
}

async function clock(tx: Db): Promise<Date> {
  const [row] = await tx.$queryRaw<{ now: Date }[]>`SELECT soundings.now() AS now`;
  if (!row) throw new Error('the database clock gave no answer');
  return row.now;
}

async function recordDenial(
  actor: Actor,
  name: string,
  subject: { noun: FactDraft['noun']; nounId: string } | undefined,
  why: string,
): Promise<void> {
  if (actor.kind !== 'person') return;
  await database().$transaction(async (tx) => {
    const about = subject ?? { noun: 'command' as const, nounId: actor.id };
    const fact: FactDraft = { name: 'AttemptWasDenied', ...about, data: { command: name, why } };
    await recordFacts(tx, { actor, now: await clock(tx), command: name }, [fact]);
  });
}
