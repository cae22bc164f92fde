import { createHash } from 'node:crypto';
import type { Db } from '~/platform/db.server';
import { levelsAt, type ApprovalLevel, type Approvals } from './approval';

/** What is approved: a question before it is published, or a recommendation before it is the decision. */
export interface ApprovalSubject {
  questionId: string;
  recommendationId: string | null;
  teamId: string;
  /** When it was handed in: the levels are those of then. */
  since: Date;
  /** Pence; null where it is unknown, and then every level is asked. */
  value: number | null;
}

interface Row {
  levels: ApprovalLevel[] | null;
  given: { level: number; person: { id: string; name: string }; givenAt: string; digest: string }[] | null;
}

/** The levels that hold for a thing with who may give each now, and the approvals given to it. */
export async function loadApprovals(db: Db, subject: ApprovalSubject): Promise<Approvals> {
  const { questionId, recommendationId, teamId, since } = subject;
  const [row] = await db.$queryRaw<Row[]>`
    SELECT
      (SELECT jsonb_agg(jsonb_build_object('number', l.number, 'fromAmount', l.from_amount, 'approvers', COALESCE((
          SELECT jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) ORDER BY p.name)
          FROM soundings.approvers(l.who_id, ${teamId}::uuid) w JOIN person p ON p.id = w.person_id
          WHERE NOT EXISTS (SELECT FROM wall x WHERE x.question_id = ${questionId}::uuid
              AND x.person_id = p.id AND x.lifted_at IS NULL)
            AND NOT EXISTS (SELECT FROM bid b JOIN bid_member m ON m.bid_id = b.id AND m.declined_at IS NULL
              WHERE b.question_id = ${questionId}::uuid AND m.person_id = p.id)), '[]')) ORDER BY l.number)
        FROM soundings.approval_levels(${teamId}::uuid, ${since}) l) AS levels,
      (SELECT jsonb_agg(jsonb_build_object('level', a.level, 'givenAt', a.given_at, 'digest', a.digest,
          'person', jsonb_build_object('id', p.id, 'name', p.name)) ORDER BY a.level)
        FROM approval a JOIN person p ON p.id = a.person_id
        WHERE a.question_id = ${questionId}::uuid AND a.recommendation_id IS NOT DISTINCT FROM ${recommendationId}::uuid
          AND a.voided_at IS NULL) AS given`;
  const given = (row?.given ?? []).map((one) => ({ ...one, givenAt: new Date(one.givenAt) }));
  return { levels: levelsAt(row?.levels ?? [], subject.value), given };
}

/** What an approval was given to: a change of it leaves the approval without effect. */
export const digestOf = (content: unknown): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex');
