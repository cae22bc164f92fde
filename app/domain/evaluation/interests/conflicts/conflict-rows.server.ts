import { Prisma } from '~/platform/generated/prisma/client';
import type { Db } from '~/platform/db.server';
import type { DeclarationStage, KnownPerson } from '../../competition';
import type { LoadedConflict } from './load-conflict.server';
import { STATE_SQL } from './state-sql.server';

export interface ConflictRow extends LoadedConflict {
  person: KnownPerson;
  /** Without its reference while bidders are hidden: that would tell which bid is whose. */
  bidder: { reference: string | null; name: string } | null;
  decidedBy: string | null;
  decisionReason: string | null;
  /** Where it was declared, and is decided. */
  stage: DeclarationStage | null;
  evidence: { words: string; isNew: boolean }[];
}

export interface ConflictFilters {
  state?: string | undefined;
  person?: string | undefined;
  after?: string | undefined;
  reference?: string | undefined;
}

const filtersOf = ({ state, person, after, reference }: ConflictFilters): Prisma.Sql =>
  Prisma.sql`(${state ?? null}::text IS NULL OR ${STATE_SQL} = ${state ?? null})
    AND (${person ?? null}::text IS NULL OR p.reference = ${person ?? null})
    AND (${reference ?? null}::text IS NULL OR x.reference = ${reference ?? null})
    AND (${after ?? null}::text IS NULL OR (p.name, p.id, x.id) > (SELECT h.name, h.id, y.id
      FROM conflict y JOIN person h ON h.id = y.person_id
      WHERE y.reference = ${after ?? null} AND y.question_id = x.question_id))`;

/** Conflicts of one competition by person, each with its evidence: for those who may know its bids. */
export const conflictRows = (
  db: Db,
  questionId: string,
  filters: ConflictFilters,
  limit: number,
): Promise<ConflictRow[]> => db.$queryRaw<ConflictRow[]>`
  SELECT x.id, x.reference, x.person_id AS "personId", x.bid_id AS "bidId", x.kind::text,
    x.suspected_at AS "suspectedAt", x.declared_at AS "declaredAt", x.pinned_at AS "pinnedAt",
    x.confirmed_at AS "confirmedAt", x.dismissed_at AS "dismissedAt", x.decision_reason AS "decisionReason",
    (SELECT d.name FROM person d WHERE d.id = x.decided_by_id) AS "decidedBy",
    jsonb_build_object('id', p.id, 'reference', p.reference, 'name', p.name) AS person,
    CASE WHEN b.id IS NOT NULL THEN
      jsonb_build_object('reference', CASE WHEN NOT soundings.hides_bidders(b.question_id) THEN b.reference END, 'name', concat_ws(', ', o.name, lead.name)) END AS bidder,
    (SELECT d.stage::text FROM declaration d WHERE d.question_id = x.question_id AND d.person_id = x.person_id
      AND d.declared_at = x.declared_at AND d.has_interest LIMIT 1) AS stage,
    coalesce((SELECT jsonb_agg(jsonb_build_object('words', e.words,
        'isNew', x.dismissed_at IS NOT NULL AND e.found_at > x.dismissed_at) ORDER BY e.found_at DESC, e.words)
      FROM conflict_evidence e WHERE e.conflict_id = x.id), '[]') AS evidence
  FROM conflict x JOIN person p ON p.id = x.person_id LEFT JOIN bid b ON b.id = x.bid_id
  LEFT JOIN organisation o ON o.id = b.organisation_id LEFT JOIN person lead ON lead.id = b.lead_id
  WHERE x.question_id = ${questionId}::uuid AND ${filtersOf(filters)}
  ORDER BY p.name, p.id, x.id LIMIT ${limit}`;
