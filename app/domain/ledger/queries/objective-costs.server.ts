import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { isMember, type Actor } from '../../actor';
import { optionalDayInput } from '../../form-inputs';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { questionsVisibleSql } from '../../questions/question-visibility.server';
import { loadFrameworksOnDay, type FrameworkOnDay } from '../../strategy/on-day/frameworks-on-day.server';
import { wasInForce } from '../../strategy/written-date';
import { termNameThenSql } from '../../taxonomy/in-use-then.server';
import { knownUntil } from '../../taxonomy/known-until.server';
import { unmergedThenSql } from '../../taxonomy/merging/unmerged-then.server';
import { tagsOnDay } from '../../taxonomy/tags-on-day.server';
import { ukDay } from '../../uk-time';
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

/**
 * What the objectives of the frameworks in force cost, from the questions about them, and how many of them say so; or as
 * it was known on a day.
 */
export const objectiveCosts = query({
  name: 'ledger.objective-costs',
  input: z.strictObject({ on: optionalDayInput() }),
  visibleTo: (actor) => (isAllowed(mayReadMoney(actor)) ? actor : null),
  read: async ({ db, scope: actor, input, now }) => {
    if (!actor) return null;
    const day = input.on ?? ukDay(now);
    if (day > ukDay(now)) return null;
    const until = await knownUntil(db, day);
    const frameworks = (await loadFrameworksOnDay(db, until)).filter(
      (one) => !one.enteredSince && wasInForce(one, day),
    );
    return {
      day,
      asked: input.on !== undefined,
      objectives: await costsOf(db, actor, { frameworks, until }),
    };
  },
});

/** Questions by the set of their terms that tie, so that only sets are compared with objectives. */
const costsOf = (
  db: Db,
  actor: Actor,
  { frameworks, until }: { frameworks: readonly FrameworkOnDay[]; until: Date },
): Promise<ObjectiveCost[]> => {
  const walled = isMember(actor) ? actor.walls.map(({ questionId }) => questionId) : [];
  return db.$queryRaw`
    WITH item AS MATERIALIZED (
      SELECT i.id, i.reference, i.name, said.document AS framework, said.slug, said.place, i.position,
        ARRAY(SELECT i.term_id WHERE i.term_id IS NOT NULL UNION
          SELECT a.term_id FROM objective_area a JOIN objective_version v ON v.id = a.objective_version_id
          WHERE v.framework_item_id = i.id AND v.number = (SELECT max(x.number) FROM objective_version x
            WHERE x.framework_item_id = i.id AND x.recorded_at < ${until})) AS terms
      FROM unnest(${frameworks.map(({ slug }) => slug)}::text[], ${frameworks.map((one) => one.document)}::text[])
        WITH ORDINALITY said(slug, document, place)
      JOIN framework f ON f.slug = said.slug JOIN framework_item i ON i.framework_id = f.id),
    tied AS (
      SELECT x.question_id, array_agg(x.term_id ORDER BY x.term_id) AS terms FROM ${tagsOnDay('question_term', until)} x
      WHERE x.term_id IN (SELECT unnest(terms) FROM item) GROUP BY x.question_id),
    awarded AS (
      SELECT a.question_id, sum(a.amount) AS amount FROM award a WHERE a.notice_at < ${until} AND coalesce(a.withdrawn_at >= ${until}, true)
      GROUP BY a.question_id),
    costed AS (
      SELECT tied.terms, count(*) AS questions, sum(s.estimate) AS estimated, count(s.estimate) AS "withEstimate",
        sum(w.amount) AS committed, count(w.amount) AS "withAward"
      FROM tied JOIN question q ON q.id = tied.question_id LEFT JOIN awarded w ON w.question_id = q.id
        CROSS JOIN LATERAL (SELECT coalesce(q.budget_maximum, q.budget_minimum) AS estimate) s
      WHERE q.published_at < ${until} AND coalesce(q.withdrawn_at >= ${until}, true) AND ${unmergedThenSql('question', 'q', until)}
        AND ${questionsVisibleSql(actor, 'q')} AND q.id <> ALL(${walled}::uuid[])
      GROUP BY tied.terms)
    SELECT item.reference, item.name, item.framework, item.slug,
      ARRAY(SELECT ${termNameThenSql('t', until)} FROM term t WHERE t.id = ANY(item.terms) ORDER BY t.scheme, t.position) AS tied,
      coalesce(sum(c.questions), 0)::int AS questions, coalesce(sum(c.estimated), 0)::float8 AS estimated,
      coalesce(sum(c."withEstimate"), 0)::int AS "withEstimate", coalesce(sum(c.committed), 0)::float8 AS committed,
      coalesce(sum(c."withAward"), 0)::int AS "withAward"
    FROM item LEFT JOIN costed c ON c.terms && item.terms
    GROUP BY item.id, item.reference, item.name, item.framework, item.slug, item.place, item.position, item.terms
    ORDER BY item.place, item.position`;
};
