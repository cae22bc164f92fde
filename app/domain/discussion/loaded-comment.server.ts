import type { Db } from '~/platform/db.server';
import type { Actor } from '../actor';
import { loadItemById } from './discussed-item.server';
import { peopleCalled } from './mentioned-people.server';

/** A comment with the thing it is about, locked until the transaction ends. */
export async function lockedComment(tx: Db, reference: string) {
  await tx.$queryRaw`SELECT id FROM comment WHERE reference = ${reference} FOR UPDATE`;
  return loadComment(tx, reference);
}

/** The same for words that somebody writes to it: how they stand to the thing, and whom the words call. */
export async function lockedForWords(
  tx: Db,
  actor: Actor,
  { reference, body }: { reference: string; body: string },
) {
  const found = await lockedComment(tx, reference);
  if (!found) return null;
  const { comment, item } = found;
  const called = await peopleCalled(tx, item, comment.level, body, actor.asOf);
  return { comment, item, standing: item.standing(actor), called };
}

export async function loadComment(db: Db, reference: string) {
  const comment = await db.comment.findUnique({
    where: { reference },
    include: { mentions: { include: { person: { select: { reference: true, name: true } } } } },
  });
  const item = comment && (await loadItemById(db, comment.noun, comment.nounId));
  return comment && item ? { comment, item } : null;
}
