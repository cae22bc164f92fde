import type { Db } from '~/platform/db.server';
import type { Prisma } from '~/platform/generated/prisma/client';
import type { QuestionOutcome } from './question';

/** The question with what its policies need. */
export type LoadedQuestion = WithRoute & {
  invitations: { personId: string | null; organisationId: string | null }[];
  sponsorships: { teamId: string }[];
};

type WithRoute = Prisma.QuestionGetPayload<{ include: { route: true } }>;

interface Party {
  personId: string | null;
  organisationId: string | null;
  teamId: string | null;
}

/** Who was invited and which teams sponsor it, in one statement. */
async function withParties(db: Db, question: WithRoute | null): Promise<LoadedQuestion | null> {
  if (!question) return null;
  const parties = await db.$queryRaw<Party[]>`
    SELECT person_id AS "personId", organisation_id AS "organisationId", NULL::uuid AS "teamId"
    FROM question_invitation WHERE question_id = ${question.id}::uuid
    UNION ALL SELECT NULL, NULL, team_id FROM sponsorship
    WHERE question_id = ${question.id}::uuid AND accepted_at IS NOT NULL AND ended_at IS NULL`;
  return {
    ...question,
    invitations: parties.flatMap(({ personId, organisationId, teamId }) =>
      teamId ? [] : [{ personId, organisationId }],
    ),
    sponsorships: parties.flatMap(({ teamId }) => (teamId ? [{ teamId }] : [])),
  };
}

const read = async (db: Db, where: Prisma.QuestionWhereUniqueInput): Promise<LoadedQuestion | null> =>
  withParties(db, await db.question.findUnique({ where, include: { route: true } }));

/** For what changes or ends a stage: nobody else reads the row for update or share until this commits. */
export async function lockedQuestion(tx: Db, reference: string): Promise<LoadedQuestion | null> {
  await tx.$queryRaw`SELECT id FROM question WHERE reference = ${reference} FOR UPDATE`;
  return read(tx, { reference });
}

/** For what must happen within a stage, such as submitting before closing; many at once, none during a change. */
export async function questionForShare(tx: Db, reference: string): Promise<LoadedQuestion | null> {
  await tx.$queryRaw`SELECT id FROM question WHERE reference = ${reference} FOR SHARE`;
  return read(tx, { reference });
}

export async function questionForShareById(tx: Db, id: string): Promise<LoadedQuestion | null> {
  await tx.$queryRaw`SELECT id FROM question WHERE id = ${id}::uuid FOR SHARE`;
  return read(tx, { id });
}

export async function lockedQuestionById(tx: Db, id: string): Promise<LoadedQuestion | null> {
  await tx.$queryRaw`SELECT id FROM question WHERE id = ${id}::uuid FOR UPDATE`;
  return read(tx, { id });
}

/** Without a lock, for pages. */
export const questionForPolicy = (db: Db, reference: string): Promise<LoadedQuestion | null> =>
  read(db, { reference });

export const questionForPolicyById = (db: Db, id: string): Promise<LoadedQuestion | null> => read(db, { id });

interface Stages {
  openedAt?: Date;
  evaluationStartedAt?: Date;
  qualityAgreedAt?: Date | null;
  interviewsAgreedAt?: Date | null;
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
