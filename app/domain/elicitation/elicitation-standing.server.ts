import type { Db } from '~/platform/db.server';
import { loadFinding, type LoadedFinding } from '../knowledge/finding-standing.server';
import { questionForPolicyById, type LoadedQuestion } from '../questions/question-stage.server';
import { stageOf, type Quantity } from './elicitation';
import type { ElicitationStanding } from './elicitation-policy';

interface Row {
  id: string;
  reference: string;
  now: Date;
  questionId: string | null;
  findingId: string | null;
  finding: string | null;
  title: string;
  background: string;
  openedById: string;
  openedAt: Date;
  firstClosesAt: Date;
  secondClosesAt: Date;
  wrappedKey: Uint8Array;
  keyId: string;
  withdrawnAt: Date | null;
  withdrawnReason: string | null;
  quantities: Quantity[];
  experts: { personId: string; name: string; draw: string; leftAt: string | null }[];
  given: { personId: string; round: number }[];
}

export interface LoadedElicitation extends Omit<Row, 'finding' | 'experts'> {
  /** In the order that was drawn by chance. */
  experts: { personId: string; name: string; leftAt: Date | null }[];
  question: LoadedQuestion | null;
  finding: LoadedFinding | null;
  standing: ElicitationStanding;
}

const rowOf = (db: Db, reference: string): Promise<Row[]> => db.$queryRaw`
  SELECT e.id, e.reference, soundings.now() AS now, e.question_id AS "questionId",
    e.finding_id AS "findingId", f.reference AS finding, e.title, e.background,
    e.opened_by_id AS "openedById", e.opened_at AS "openedAt", e.first_closes_at AS "firstClosesAt",
    e.second_closes_at AS "secondClosesAt", e.wrapped_key AS "wrappedKey", e.key_id AS "keyId",
    e.withdrawn_at AS "withdrawnAt", e.withdrawn_reason AS "withdrawnReason",
    (SELECT jsonb_agg(jsonb_build_object('position', q.position, 'kind', q.kind, 'asks', q.asks, 'unit', q.unit,
        'lower', q.lower, 'upper', q.upper) ORDER BY q.position)
      FROM elicited_quantity q WHERE q.elicitation_id = e.id) AS quantities,
    COALESCE((SELECT jsonb_agg(jsonb_build_object('personId', x.person_id, 'name', p.name, 'draw', x.draw,
        'leftAt', x.left_at) ORDER BY x.draw)
      FROM elicitation_expert x JOIN person p ON p.id = x.person_id WHERE x.elicitation_id = e.id), '[]') AS experts,
    COALESCE((SELECT jsonb_agg(jsonb_build_object('personId', s.person_id, 'round', s.round))
      FROM sealed_estimate s WHERE s.elicitation_id = e.id), '[]') AS given
  FROM elicitation e LEFT JOIN finding f ON f.id = e.finding_id WHERE e.reference = ${reference}`;

/** An elicitation with what its policies ask, and no estimate. */
export async function loadElicitation(db: Db, reference: string): Promise<LoadedElicitation | null> {
  const [row] = await rowOf(db, reference);
  if (!row) return null;
  const [question, finding] = await Promise.all([
    row.questionId ? questionForPolicyById(db, row.questionId) : null,
    row.finding ? loadFinding(db, row.finding) : null,
  ]);
  const experts = row.experts.map(({ personId, name, leftAt }) => ({
    ...{ personId, name },
    leftAt: leftAt === null ? null : new Date(leftAt),
  }));
  const stay = new Set(experts.filter(({ leftAt }) => leftAt === null).map(({ personId }) => personId));
  const gaveFirst = row.given.filter(({ round }) => round === 1).map(({ personId }) => personId);
  const stage = stageOf(row, gaveFirst.filter((id) => stay.has(id)).length, row.now);
  const standing = { question, finding: finding?.standing ?? null, stage, experts, gaveFirst };
  return { ...row, experts, question, finding, standing };
}

/** Its row stays as it is until the transaction ends; estimates may be given at once. */
export async function elicitationForShare(tx: Db, reference: string): Promise<LoadedElicitation | null> {
  await tx.$queryRaw`SELECT id FROM elicitation WHERE reference = ${reference} FOR SHARE`;
  return loadElicitation(tx, reference);
}
