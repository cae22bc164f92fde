import { z } from 'zod';
import type { Prisma } from '~/platform/generated/prisma/client';
import { findingsVisibleSql } from '../../knowledge/finding-visibility.server';
import { query } from '../../query.server';
import { questionsVisibleSql } from '../../questions/question-visibility.server';
import { impactsVisibleSql } from '../../ratings/impact/impact-visibility.server';
import { standsSql } from '../chain/item-stage.server';

interface Link {
  reference: string;
  name: string;
}

/** One chain from a priority to what changed. */
export interface WalkedChain {
  priority: Link;
  /** Null where the actor may not know of it. */
  question: Link | null;
  finding: Link;
  impact: Link;
}

interface Scope {
  questions: Prisma.Sql;
  findings: Prisma.Sql;
  impacts: Prisma.Sql;
}

/** Of so many of the last decisions one is shown. */
const LOOKED_AT = 50;

/** The chain that was walked to its end last, as far as the actor may see it; whole ones first. */
export const walkedChain = query({
  name: 'insight.walkedChain',
  input: z.strictObject({}),
  visibleTo: (actor): Scope => ({
    questions: questionsVisibleSql(actor, 'q'),
    findings: findingsVisibleSql(actor, 'f'),
    impacts: impactsVisibleSql(actor, 'i'),
  }),
  read: async ({ db, scope }): Promise<WalkedChain | null> => {
    const [chain] = await db.$queryRaw<WalkedChain[]>`
      SELECT jsonb_build_object('reference', p.reference, 'name', p.name) AS priority,
        CASE WHEN q.id IS NOT NULL
          THEN jsonb_build_object('reference', q.reference, 'name', q.title) END AS question,
        jsonb_build_object('reference', f.reference, 'name', v.title) AS finding,
        jsonb_build_object('reference', i.reference, 'name', i.decision) AS impact
      FROM (SELECT * FROM impact_record i WHERE i.withdrawn_at IS NULL AND ${scope.impacts}
        ORDER BY i.recorded_at DESC, i.id DESC LIMIT ${LOOKED_AT}) i JOIN finding f ON f.id = i.finding_id
        JOIN finding_version v ON v.finding_id = f.id AND v.number = f.current_number
        JOIN priority p ON p.id = i.priority_id
        LEFT JOIN question q ON q.id = f.question_id AND ${scope.questions} AND q.merged_into_id IS NULL
      WHERE ${standsSql('f')} AND ${scope.findings}
      ORDER BY q.id IS NULL, i.recorded_at DESC, i.id DESC LIMIT 1`;
    return chain ?? null;
  },
});
