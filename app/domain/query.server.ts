import type { z } from 'zod';
import { database, type Db } from '~/platform/db.server';
import type { Actor } from './actor';
import type { FactDraft } from './fact';
import { recordFacts } from './fact-record.server';

export interface Asking<Input, Scope> {
  db: Db;
  actor: Actor;
  /** What the actor may see, from `visibleTo`; every read of an owned table is narrowed by it. */
  scope: Scope;
  input: Input;
  now: Date;
}

/**
 * One read for one need. `visibleTo` is required: it turns the actor into the filter (a Prisma `where`, SQL,
 * or a verdict) that `read` applies. `read` returns null for what does not exist or may not be known.
 */
export interface Query<Input, Scope, View> {
  name: string;
  input: z.ZodType<Input>;
  visibleTo: (actor: Actor) => Scope;
  read: (asking: Asking<Input, Scope>) => Promise<View | null>;
  /** For reads that are facts themselves: opened bids, restricted annexes. */
  logged?: (view: View, input: Input) => FactDraft | null;
}

export const query = <Input, Scope, View>(parts: Query<Input, Scope, View>): Query<Input, Scope, View> =>
  parts;

/** Null also when the input cannot be what was asked for, such as a malformed reference. */
export async function ask<Input, Scope, View>(
  question: Query<Input, Scope, View>,
  actor: Actor,
  raw: unknown,
): Promise<View | null> {
  const parsed = question.input.safeParse(raw);
  if (!parsed.success) return null;
  const scope = question.visibleTo(actor);
  const view = await question.read({ db: database(), actor, scope, input: parsed.data, now: actor.asOf });
  if (view === null || !question.logged) return view;
  const fact = question.logged(view, parsed.data);
  if (fact) {
    const about = { actor, now: actor.asOf, command: question.name };
    await database().$transaction((tx) => recordFacts(tx, about, [fact]));
  }
  return view;
}
