import type { Db } from '~/platform/db.server';
import type { Prisma } from '~/platform/generated/prisma/client';
import type { QuestionOutcome } from './question';

/** The question with what its policies need. */
export type LoadedQuestion = Prisma.QuestionGetPayload<{ include: typeof NEEDED }>;

const NEEDED = {
  route: true,
  invitations: { select: { personId: true, organisationId: true } },
  sponsorships: { where: { acceptedAt: { not: null }, endedAt: null }, select: { teamId: true } },
} satisfies Prisma.QuestionInclude;

/** For what changes or ends a stage: nobody else reads the row for update or share until this commits. */
export async function lockedQuestion(tx: Db, reference: string): Promise<LoadedQuestion | null> {
  await tx.$queryRaw`SELECT id FROM question WHERE reference = ${reference} FOR UPDATE`;
  return tx.question.findUnique({ where: { reference }, include: NEEDED });
}

/** For what must happen within a stage, such as submitting before closing; many at once, none during a change. */
export async function questionForShare(tx: Db, reference: string): Promise<LoadedQuestion | null> {
  await tx.$queryRaw`SELECT id FROM question WHERE reference = ${reference} FOR SHARE`;
  return tx.question.findUnique({ where: { reference }, include: NEEDED });
}

export async function questionForShareById(tx: Db, id: string): Promise<LoadedQuestion | null> {
  await tx.$queryRaw`SELECT id FROM question WHERE id = ${id}::uuid FOR SHARE`;
  return tx.question.findUnique({ where: { id }, include: NEEDED });
}

export async function lockedQuestionById(tx: Db, id: string): Promise<LoadedQuestion | null> {
  await tx.$queryRaw`SELECT id FROM question WHERE id = ${id}::uuid FOR UPDATE`;
  return tx.question.findUnique({ where: { id }, include: NEEDED });
}

/** Without a lock, for pages. */
export const questionForPolicy = (db: Db, reference: string): Promise<LoadedQuestion | null> =>
  db.question.findUnique({ where: { reference }, include: NEEDED });

export const questionForPolicyById = (db: Db, id: string): Promise<LoadedQuestion | null> =>
  db.question.findUnique({ where: { id }, include: NEEDED });

interface Stages {
  openedAt?: Date;
  evaluationStartedAt?: Date;
  qualityAgreedAt?: Date | null;
  priceOpenedAt?: Date | null;
  decidedAt?: Date | null;
  outcome?: QuestionOutcome | null;
  outcomeReason?: string | null;
  deliveryStartedAt?: Date | null;
  answeredAt?: Date | null;
}

/** The one way by which bids, evaluation, awards and knowledge move a question on. */
export async function recordStage(tx: Db, questionId: string, stages: Stages): Promise<void> {
  await tx.question.update({ where: { id: questionId }, data: stages });
}
