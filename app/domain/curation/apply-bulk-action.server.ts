import { database } from '~/platform/db.server';
import type { BulkAction, BulkActionItem } from '~/platform/generated/prisma/client';
import type { Person } from '../actor';
import type { Outcome } from '../command.server';
import { lastFacts } from './acted-items.server';
import { ITEM_ACTIONS } from './actions/all.server';
import type { BulkActionName } from './bulk-action';
import type { ActionInput } from './bulk-action-form';
import { oneAtATime } from './one-at-a-time.server';

export interface Applied {
  done: number;
  skipped: number;
  /** Why the first of those was skipped. */
  why: string | null;
}

/**
 * Does what is still to do of a bulk action that this person started: each thing in a transaction of its own,
 * by its own command, under a key that makes a second try after a crash do it no second time.
 */
export async function applyBulkAction(actor: Person, reference: string): Promise<Applied> {
  await oneAtATime(reference, () => applyRest(actor, reference));
  return countOf(reference);
}

async function countOf(reference: string): Promise<Applied> {
  const items = await database().bulkActionItem.findMany({
    where: { bulkAction: { reference } },
    orderBy: { position: 'asc' },
    select: { outcome: true, why: true },
  });
  const skipped = items.filter(({ outcome }) => outcome === 'skipped');
  const done = items.filter(({ outcome }) => outcome === 'done').length;
  return { done, skipped: skipped.length, why: skipped[0]?.why ?? null };
}

async function applyRest(actor: Person, reference: string): Promise<void> {
  const action = await database().bulkAction.findFirst({
    where: { reference, personId: actor.id, finishedAt: null },
    include: { items: { where: { outcome: null }, orderBy: { position: 'asc' } } },
  });
  if (!action) return;
  for (const item of action.items) await applyTo(actor, action, item);
  await database()
    .$executeRaw`UPDATE bulk_action SET finished_at = soundings.now() WHERE id = ${action.id}::uuid`;
}

async function applyTo(actor: Person, action: BulkAction, item: BulkActionItem): Promise<void> {
  const steps = ITEM_ACTIONS[action.action as BulkActionName];
  const key = { bulkActionId: item.bulkActionId, noun: item.noun, nounId: item.nounId };
  const where = { bulkActionId_noun_nounId: key };
  if (isUntouched(item.before)) {
    const before = JSON.parse(JSON.stringify(await steps.remember(database(), item.nounId))) as object;
    await database().bulkActionItem.update({ where, data: { before } });
  }
  const input = action.input as unknown as ActionInput;
  const outcome = await steps.run(actor, item, input, `${action.id}:${item.nounId}`);
  const facts = await lastFacts(database(), item.noun, [item.nounId], actor.id);
  await database().bulkActionItem.update({
    where,
    data:
      outcome.kind === 'done'
        ? { outcome: 'done', lastFact: facts.get(item.nounId) ?? null }
        : { outcome: 'skipped', why: whySkipped(outcome) },
  });
}

const isUntouched = (before: unknown): boolean =>
  typeof before === 'object' && before !== null && Object.keys(before).length === 0;

function whySkipped(outcome: Exclude<Outcome<unknown>, { kind: 'done' }>): string {
  if (outcome.kind === 'refused') return outcome.refusal.message;
  if (outcome.kind === 'denied') return outcome.why;
  if (outcome.kind === 'invalid') return outcome.issues[0]?.message ?? 'It cannot be read.';
  return 'It is no longer there.';
}
