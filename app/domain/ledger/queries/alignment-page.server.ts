import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import type { Actor } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { questionsVisibleSql } from '../../questions/question-visibility.server';
import { loadPriorityChoices } from '../../strategy/queries/priority-choices.server';
import type { Alignment } from '../alignment/alignment';
import { wallsOf, type MoneyFilter } from '../counting/all-money.server';
import { moneyFilter } from '../filter';
import { mayReadMoney } from '../ledger-policy';
import { summedSql } from '../counting/summed-money.server';

/** Threat areas that a list names, or that its latest crosswalk maps it to. */
const mappedSql = (slug: string): Prisma.Sql => Prisma.sql`ARRAY(
  SELECT p.term_id FROM priority p JOIN priority_set s ON s.id = p.priority_set_id
    WHERE s.slug = ${slug} AND p.retired_at IS NULL AND p.term_id IS NOT NULL
  UNION SELECT e.term_id FROM crosswalk_entry e JOIN crosswalk c ON c.id = e.crosswalk_id
    JOIN priority_set s ON s.id = c.priority_set_id WHERE s.slug = ${slug}
      AND c.number = (SELECT max(x.number) FROM crosswalk x WHERE x.priority_set_id = s.id))`;

interface Row {
  what: 'activities' | 'money' | 'questions';
  onPriorities: number;
  elsewhere: number;
  untagged: number;
}

/** How much of what is done, paid and asked is about the priorities of any dated list. */
export const alignmentPage = query({
  name: 'ledger.alignment',
  input: z.strictObject({ ...moneyFilter, of: z.string().max(200).optional() }),
  visibleTo: (actor) => (isAllowed(mayReadMoney(actor)) ? actor : null),
  read: async ({ db, scope: actor, input: { of, ...filter }, now }) => {
    if (!actor) return null;
    const sets = await loadPriorityChoices(db, now);
    const chosen = of === undefined ? sets[0] : sets.find(({ slug }) => slug === of);
    if (!chosen) return of === undefined ? { ...NOTHING, filter } : null;
    const [mapped] = await db.$queryRaw<{ areas: string[] | null }[]>`
      SELECT array_agg(t.name ORDER BY t.position) AS areas FROM term t WHERE t.id = ANY(${mappedSql(chosen.slug)})`;
    const rows = await rowsOf(db, actor, chosen.slug, filter);
    const by = (what: Row['what']): Alignment => rows.find((row) => row.what === what) ?? EMPTY;
    return {
      ...{ set: { slug: chosen.slug, document: chosen.document, when: chosen.when }, filter },
      lists: sets.map(({ slug, document, when }) => ({ value: slug, text: `${document}, ${when}` })),
      areas: mapped?.areas ?? [],
      ...{ activities: by('activities'), money: by('money'), questions: by('questions') },
    };
  },
});

const EMPTY: Alignment = { onPriorities: 0, elsewhere: 0, untagged: 0 };
const NOTHING = { set: null, lists: [], areas: [], activities: EMPTY, money: EMPTY, questions: EMPTY };

/** Questions by the set of their threat areas, so that only sets are compared with the list. */
const rowsOf = (db: Db, actor: Actor, slug: string, filter: MoneyFilter): Promise<Row[]> => db.$queryRaw`
  WITH ${summedSql(actor, filter, ['areas'])}, mapped AS MATERIALIZED (SELECT ${mappedSql(slug)} AS ids),
    tagged AS (
      SELECT x.question_id, array_agg(x.term_id ORDER BY x.term_id) AS areas FROM question_term x
      WHERE x.term_id IN (SELECT id FROM term WHERE scheme = 'threatArea') GROUP BY x.question_id
    ), counted(what, amount, areas) AS (
      SELECT 'money', sum(amount), key::uuid[] FROM sums GROUP BY key HAVING sum(lines) > 0
      UNION ALL SELECT 'activities', sum(activities), key::uuid[] FROM sums GROUP BY key HAVING sum(activities) > 0
      UNION ALL SELECT 'questions', count(*), coalesce(tagged.areas, '{}')
        FROM question q LEFT JOIN tagged ON tagged.question_id = q.id
        WHERE q.published_at IS NOT NULL AND q.merged_into_id IS NULL AND ${questionsVisibleSql(actor, 'q')}
          AND q.id <> ALL(${wallsOf(actor)}::uuid[])
          AND (${filter.from ?? null}::date IS NULL OR q.published_at >= ${filter.from ?? null}::date)
          AND (${filter.to ?? null}::date IS NULL OR q.published_at < ${filter.to ?? null}::date + 1)
        GROUP BY tagged.areas)
  SELECT what, coalesce(sum(amount) FILTER (WHERE areas && ids), 0)::float8 AS "onPriorities",
    coalesce(sum(amount) FILTER (WHERE cardinality(areas) > 0 AND NOT areas && ids), 0)::float8 AS elsewhere,
    coalesce(sum(amount) FILTER (WHERE cardinality(areas) = 0), 0)::float8 AS untagged
  FROM counted CROSS JOIN mapped GROUP BY what`;
