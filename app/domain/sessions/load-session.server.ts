import type { Db } from '~/platform/db.server';
import type { LoadedQuestion } from '../questions/question-stage.server';

/** A session with its question. */
export async function sessionWith(
  db: Db,
  reference: string,
  load: (db: Db, questionId: string) => Promise<LoadedQuestion | null>,
) {
  const session = await db.bidderSession.findUnique({ where: { reference } });
  const question = session && (await load(db, session.questionId));
  return session && question ? { session, question } : null;
}
