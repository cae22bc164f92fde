import type { Db } from '~/platform/db.server';
import { loadItemById } from './discussed-item.server';

/** A comment with the thing it is about, locked until the transaction ends. */
export async function lockedComment(tx: Db, reference: string) {
  await tx.$queryRaw`SELECT id FROM comment WHERE reference = ${reference} FOR UPDATE`;
  return loadComment(tx, reference);
}

export async function loadComment(db: Db, reference: string) {
  const comment = await db.comment.findUnique({
    where: { reference },
    include: { mentions: { include: { person: { select: { reference: true, name: true } } } } },
  });
  const item = comment && (await loadItemById(db, comment.noun, comment.nounId));
  return comment && item ? { comment, item } : null;
}
