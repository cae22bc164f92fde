import type { Db } from '~/platform/db.server';
import { lockedQuestionById, questionForPolicyById } from '../../questions/question-stage.server';

const BID = {
  select: {
    id: true,
    reference: true,
    questionId: true,
    members: { select: { personId: true, role: true, acceptedAt: true, declinedAt: true } },
  },
} as const;

/** A bid as the rules of challenging it need it. */
export const bidToChallenge = (db: Db, reference: string) =>
  db.bid.findUnique({ where: { reference }, ...BID });

/** When the challenges of a bid were lodged. */
export async function lodgedBy(db: Db, bidId: string): Promise<Date[]> {
  const rows = await db.challenge.findMany({ where: { bidId }, select: { lodgedAt: true } });
  return rows.map(({ lodgedAt }) => lodgedAt);
}

/** The awards of a question with the dates that a challenge goes by. */
export const awardsOf = (db: Db, questionId: string) =>
  db.award.findMany({
    where: { questionId },
    select: {
      id: true,
      bidId: true,
      noticeAt: true,
      standstillEndsOn: true,
      withdrawnAt: true,
      contractedAt: true,
    },
  });

const involvedIn = async (db: Db, questionId: string): Promise<string[]> => {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT person_id AS id FROM soundings.involved_in(${questionId}::uuid)`;
  return rows.map(({ id }) => id);
};

/** A challenge with its bid, question and whoever had a part in the competition; `locked` for a command. */
export async function loadChallenge(db: Db, reference: string, { locked = false } = {}) {
  const row = await db.challenge.findUnique({
    where: { reference },
    include: {
      bid: BID,
      lodgedBy: { select: { name: true } },
      decidedBy: { select: { name: true } },
    },
  });
  const question =
    row &&
    (locked ? await lockedQuestionById(db, row.questionId) : await questionForPolicyById(db, row.questionId));
  if (!question) return null;
  const now = locked ? await db.challenge.findUniqueOrThrow({ where: { reference } }) : row;
  return { ...row, decidedAt: now.decidedAt, question, involved: await involvedIn(db, question.id) };
}
