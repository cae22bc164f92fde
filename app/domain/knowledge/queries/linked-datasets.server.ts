import { z } from 'zod';
import { Prisma } from '~/platform/generated/prisma/client';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { questionsVisibleSql } from '../../questions/question-visibility.server';
import { mayReadDatasets } from '../datasets/dataset-policy';
import { datasetsVisibleSql } from '../datasets/dataset-visibility.server';
import { linkedInput } from '../datasets/linking.server';
import { findingsVisibleSql } from '../finding-visibility.server';

interface Named {
  reference: string;
  name: string;
}

export interface LinkedDatasets {
  title: string;
  linked: Named[];
  /** Of a question about missing data: whether it is one, and why it has none. */
  isGap: boolean;
  reason: string | null;
  choices: Named[];
}

const MOST = 200;

/** Data linked to a question or a finding, and those that could be, nearest by threat area first. */
export const linkedDatasets = query({
  name: 'knowledge.linked-datasets',
  input: z.strictObject({ ...linkedInput, choosing: z.boolean().default(false) }),
  visibleTo: (actor) => ({
    reads: isAllowed(mayReadDatasets(actor)),
    dataset: datasetsVisibleSql(actor),
    question: questionsVisibleSql(actor, 's'),
    finding: findingsVisibleSql(actor, 's'),
  }),
  read: async ({ db, scope, input }): Promise<LinkedDatasets | null> => {
    if (!scope.reads) return null;
    const isQuestion = input.noun === 'question';
    const subject = isQuestion
      ? Prisma.sql`SELECT s.id, s.title FROM question s WHERE s.reference = ${input.reference} AND ${scope.question}`
      : Prisma.sql`SELECT s.id, v.title FROM finding s JOIN finding_version v ON v.finding_id = s.id
          AND v.number = coalesce(nullif(s.current_number, 0), (SELECT max(w.number) FROM finding_version w WHERE w.finding_id = s.id))
          WHERE s.reference = ${input.reference} AND ${scope.finding}`;
    const column = isQuestion ? Prisma.sql`l.question_id` : Prisma.sql`l.finding_id`;
    const own = isQuestion
      ? Prisma.sql`SELECT x.term_id FROM question_term x WHERE x.question_id = it.id`
      : Prisma.sql`SELECT x.term_id FROM finding_term x WHERE x.finding_id = it.id`;
    const [row] = await db.$queryRaw<LinkedDatasets[]>`
      WITH it AS (${subject})
      SELECT it.title,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('reference', d.reference, 'name', d.name) ORDER BY lower(d.name)), '[]')
          FROM dataset_link l JOIN dataset d ON d.id = l.dataset_id
          WHERE ${column} = it.id AND ${scope.dataset}) AS linked,
        EXISTS (SELECT FROM question_term qt JOIN term t ON t.id = qt.term_id
          WHERE qt.question_id = it.id AND t.scheme = 'questionType' AND t.slug = 'data-gap') AS "isGap",
        (SELECT r.reason FROM data_gap_reason r WHERE r.question_id = it.id) AS reason,
        CASE WHEN ${input.choosing} THEN (SELECT coalesce(jsonb_agg(jsonb_build_object('reference', near.reference, 'name', near.name)), '[]')
          FROM (SELECT d.reference, d.name FROM dataset d
            WHERE d.confirmed_at IS NOT NULL AND NOT EXISTS (
              SELECT FROM dataset_link l WHERE l.dataset_id = d.id AND ${column} = it.id)
            ORDER BY (SELECT count(*) FROM dataset_term y WHERE y.dataset_id = d.id AND y.term_id IN (${own})) DESC,
              lower(d.name) LIMIT ${MOST}) near) ELSE '[]' END AS choices
      FROM it`;
    return row ?? null;
  },
});
