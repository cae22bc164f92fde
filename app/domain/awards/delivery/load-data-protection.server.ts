import type { Db } from '~/platform/db.server';

/** What a question's author answered about ethics, data and security, as stored. */
export async function loadDataProtection(db: Db, questionId: string): Promise<unknown> {
  const row = await db.question.findUnique({ where: { id: questionId }, select: { dataProtection: true } });
  return row?.dataProtection ?? null;
}
