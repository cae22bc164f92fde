import type { Db } from '~/platform/db.server';
import type { Eligibility } from './eligibility';

export interface LastAnswer {
  eligible: boolean;
  organisationId: string | null;
  /** What was asked and answered, as it was read. */
  answers: { asked: string; answer: string }[];
  why: string[];
  version: number;
  answeredAt: Date;
}

interface Row {
  conditions: string[];
  version: number;
}

/** What a question asks of whoever bids, the version that says so, and what somebody answered last. */
export async function eligibilityFor(
  db: Db,
  question: { id: string; eligibleOrganisations: string[] },
  personId: string,
): Promise<{ asked: Eligibility; version: number; last: LastAnswer | null }> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT coalesce((SELECT jsonb_agg(r.text ORDER BY r.position) FROM requirement r
        WHERE r.question_id = ${question.id}::uuid AND r.kind = 'eligibility'), '[]') AS conditions,
      coalesce((SELECT max(v.number) FROM question_version v WHERE v.question_id = ${question.id}::uuid), 1) AS version`;
  const last = await db.eligibilityAnswer.findFirst({
    where: { questionId: question.id, personId },
    orderBy: [{ answeredAt: 'desc' }, { id: 'desc' }],
  });
  const said = last && (last.answers as Pick<LastAnswer, 'answers' | 'why'>);
  return {
    asked: { organisations: question.eligibleOrganisations, conditions: row?.conditions ?? [] },
    version: row?.version ?? 1,
    last: last && said && { ...last, ...said },
  };
}
