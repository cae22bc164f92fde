import type { Db } from '~/platform/db.server';
import type { Actor } from '../actor';
import { stateAt } from './request';
import type { RequestStanding } from './request-policy';
import { topicOf } from './request-topic.server';

/** A request with what its policies need; its row stays locked until the transaction ends. */
export async function lockedRequest(tx: Db, actor: Actor, reference: string) {
  await tx.$queryRaw`SELECT id FROM request WHERE reference = ${reference} FOR UPDATE`;
  return loadRequest(tx, actor, reference);
}

export async function loadRequest(db: Db, actor: Actor, reference: string) {
  const row = await db.request.findUnique({ where: { reference } });
  const about = row && (await topicOf(db, actor, row));
  if (!row || !about) return null;
  const standing: RequestStanding = {
    state: stateAt(row, actor.asOf),
    askedById: row.askedById,
    topic: about.topic,
  };
  return { row, about, standing };
}
export type LoadedRequest = NonNullable<Awaited<ReturnType<typeof loadRequest>>>;
