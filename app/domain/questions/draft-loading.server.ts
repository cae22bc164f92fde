import type { Db } from '~/platform/db.server';
import type { Prisma } from '~/platform/generated/prisma/client';

const PERSON = { select: { reference: true, name: true } } as const;

const WHOLE = {
  route: true,
  invitations: { select: { personId: true, organisationId: true } },
  terms: { select: { term: { select: { scheme: true, slug: true, name: true } } }, orderBy: { term: { position: 'asc' } } },
  priorities: { select: { priority: { select: { reference: true, name: true } } } },
  criteria: { orderBy: { position: 'asc' } },
  seniorResponsibleOwner: PERSON,
  budgetHolder: PERSON,
} satisfies Prisma.QuestionInclude;

/** A question with everything that its tasks read. */
export type WholeQuestion = Prisma.QuestionGetPayload<{ include: typeof WHOLE }>;

export const wholeQuestion = (db: Db, reference: string): Promise<WholeQuestion | null> =>
  db.question.findUnique({ where: { reference }, include: WHOLE });

/** The same under the row lock, for whatever changes it. */
export async function lockedWholeQuestion(tx: Db, reference: string): Promise<WholeQuestion | null> {
  await tx.$queryRaw`SELECT id FROM question WHERE reference = ${reference} FOR UPDATE`;
  return wholeQuestion(tx, reference);
}
