import type { Db } from '~/platform/db.server';
import type { Actor } from '../../actor';
import { run, type Command, type Outcome } from '../../command.server';
import { rehearse, type Rehearsal } from '../../rehearse.server';
import type { FactDraft } from '../../fact';
import type { ActionInput } from '../bulk-action-form';

export interface Acted {
  noun: string;
  nounId: string;
  reference: string;
}

/** What an action does to one thing: always the thing's own command, with its policy and its rules. */
export interface ItemAction {
  run: (actor: Actor, item: Acted, input: ActionInput, key: string) => Promise<Outcome<unknown>>;
  rehearse: (actor: Actor, item: Acted, input: ActionInput) => Promise<Rehearsal>;
  /** What has to be known to undo it. */
  remember: (db: Db, nounId: string) => Promise<unknown>;
  undo: Undo | null;
}

export interface Undo {
  /** The fact that is recorded. */
  fact: string;
  /** Why it must stay although nothing was recorded about the thing itself since; null when it may go back. */
  whyKept?: (tx: Db, item: Acted, lastFact: bigint) => Promise<string | null>;
  /** May tell of what was put back elsewhere. */
  restore: (tx: Db, item: Acted, before: unknown) => Promise<void | FactDraft[]>;
}

/** An item action made of one command and what it is asked about an item. */
export function through<Input, Loaded, Change, Value>(
  operation: Command<Input, Loaded, Change, Value>,
  ask: (item: Acted, input: ActionInput) => unknown,
): Pick<ItemAction, 'run' | 'rehearse'> {
  return {
    run: async (actor, item, input, key) => run(operation, actor, await ask(item, input), key),
    rehearse: async (actor, item, input) => rehearse(operation, actor, await ask(item, input)),
  };
}
