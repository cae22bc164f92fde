import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { isMember, type Actor } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { questionsVisibleSql } from '../../questions/question-visibility.server';
import { mayReadMoney } from '../ledger-policy';

export interface ObjectiveCost {
  reference: string;
  name: string;
  framework: string;
  slug: string;
  /** The term or areas that tie questions to it; nothing where nobody said. */
  tied: string[];
  questions: number;
  estimated: number;
  withEstimate: number;
  committed: number;
  withAward: number;
}

/** What the objectives of the frameworks in force cost, from the questions about them, and how many of them say so. */
export const objectiveCosts = query({
  name: 'ledger.objective-costs',
  input: z.strictObject({}),
  visibleTo: (actor) => (isAllowed(mayReadMoney(actor)) ? actor : null),
  read: async ({ db, scope: actor, now }) => (actor ? { objectives: await costsOf(db, actor, now) } : null),
});

/** Questions by the set of their terms that tie, so that only sets are compared with objectives. */
const costsOf = (db: Db, actor: Actor, now: Date): Promise<ObjectiveCost[]> => {
  const walled = isMember(actor) ? actor.walls.map(({ questionId }) => questionId) : [];
  return db.$queryRaw`
    WITH item AS MATERIALIZED (
      SELECT i.id, i.reference, i.name, f.document AS framework, f.slug, f.starts_on, i.position,
        ARRAY(SELECT i.term_id WHERE i.term_id IS NOT NULL UNION
          SELECT a.term_id FROM objective_area a JOIN objective_version v ON v.id = a.objective_version_id
          WHERE v.framework_item_id = i.id AND v.number = (SELECT max(x.number) FROM objective_version x
            WHERE x.framework_item_id = i.id)) AS terms
      FROM framework_item i JOIN framework f ON f.id = i.framework_id
      WHERE f.starts_on <= ${now}::date AND (f.ends_on IS NULL OR f.ends_on >= ${now}::date)),
    tied AS (
      SELECT x.question_id, array_agg(x.term_id ORDER BY x.term_id) AS terms FROM question_term x
      WHERE x.term_id IN (SELECT unnest(terms) FROM item) GROUP BY x.question_id),
    awarded AS (
      SELECT a.question_id, sum(a.amount) AS amount FROM award a WHERE a.withdrawn_at IS NULL AND a.notice_at IS NOT NULL
      GROUP BY a.question_id),
    costed AS (
      SELECT tied.terms, count(*) AS questions, sum(s.estimate) AS estimated, count(s.estimate) AS "withEstimate",
        sum(w.amount) AS committed, count(w.amount) AS "withAward"
      FROM tied JOIN question q ON q.id = tied.question_id LEFT JOIN awarded w ON w.question_id = q.id
        CROSS JOIN LATERAL (SELECT coalesce(q.budget_maximum, q.budget_minimum) AS estimate) s
      WHERE q.published_at IS NOT NULL AND q.withdrawn_at IS NULL AND q.merged_into_id IS NULL
        AND ${questionsVisibleSql(actor, 'q')} AND q.id <> ALL(${walled}::uuid[])
      GROUP BY tied.terms)
    SELECT item.reference, item.name, item.framework, item.slug,
      ARRAY(SELECT t.name FROM term t WHERE t.id = ANY(item.terms) ORDER BY t.scheme, t.position) AS tied,
      coalesce(sum(c.questions), 0)::int AS questions, coalesce(sum(c.estimated), 0)::float8 AS estimated,
      coalesce(sum(c."withEstimate"), 0)::int AS "withEstimate", coalesce(sum(c.committed), 0)::float8 AS committed,
      coalesce(sum(c."withAward"), 0)::int AS "withAward"
    FROM item LEFT JOIN costed c ON c.terms && item.terms
    GROUP BY item.id, item.reference, item.name, item.framework, item.slug, item.starts_on, item.position, item.terms
    ORDER BY item.starts_on DESC, item.position`;
};
