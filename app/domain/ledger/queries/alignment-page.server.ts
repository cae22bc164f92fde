import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import type { Actor } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { questionsVisibleSql } from '../../questions/question-visibility.server';
import {
  loadPriorityChoicesOnDay,
  type SetChoiceOnDay,
} from '../../strategy/on-day/priority-choices-on-day.server';
import { loadPriorityChoices, type PrioritySetChoice } from '../../strategy/queries/priority-choices.server';
import { termNameThenSql } from '../../taxonomy/in-use-then.server';
import { knownUntil } from '../../taxonomy/known-until.server';
import { unmergedThenSql } from '../../taxonomy/merging/unmerged-then.server';
import { tagsOnDay } from '../../taxonomy/tags-on-day.server';
import { ukDay } from '../../uk-time';
import type { Alignment } from '../alignment/alignment';
import { wallsOf, type MoneyFilter } from '../counting/all-money.server';
import { moneyFilter } from '../filter';
import { mayReadMoney } from '../ledger-policy';
import { summedSql } from '../counting/summed-money.server';

/** Threat areas that a list names, or that its latest crosswalk maps it to; of a past day, those that it covered then. */
const mappedSql = ({ slug, ...set }: PrioritySetChoice | SetChoiceOnDay): Prisma.Sql =>
  'areas' in set
    ? Prisma.sql`ARRAY(SELECT a.id FROM term a WHERE a.scheme = 'threatArea' AND a.slug = ANY(${set.areas}))`
    : Prisma.sql`ARRAY(
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

/** How much of what is done, paid and asked is about the priorities of any dated list, or was as known on a day. */
export const alignmentPage = query({
  name: 'ledger.alignment',
  input: z.strictObject({ ...moneyFilter, of: z.string().max(200).optional(), on: z.iso.date().optional() }),
  visibleTo: (actor) => (isAllowed(mayReadMoney(actor)) ? actor : null),
  read: async ({ db, scope: actor, input: { of, on, ...filter }, now }) => {
    if (!actor) return null;
    const day = on === undefined ? ukDay(now) : new Date(on);
    if (day > ukDay(now)) return null;
    const until = on === undefined ? null : await knownUntil(db, day);
    const sets = until
      ? await loadPriorityChoicesOnDay(db, { day, until })
      : await loadPriorityChoices(db, now);
    const chosen = of === undefined ? sets[0] : sets.find(({ slug }) => slug === of);
    if (!chosen) return of === undefined ? { ...NOTHING, filter, on } : null;
    const mapped = mappedSql(chosen);
    const [covered] = await db.$queryRaw<{ areas: string[] | null }[]>`
      SELECT array_agg(${until ? termNameThenSql('t', until) : Prisma.sql`t.name`} ORDER BY t.position, t.slug) AS areas
      FROM term t WHERE t.id = ANY(${mapped})`;
    const rows = await rowsOf(db, actor, mapped, { ...filter, until: until ?? undefined });
    const by = (what: Row['what']): Alignment => rows.find((row) => row.what === what) ?? EMPTY;
    return {
      ...{ set: { slug: chosen.slug, document: chosen.document, when: chosen.when }, filter, on },
      lists: sets.map(({ slug, document, when }) => ({ value: slug, text: `${document}, ${when}` })),
      areas: covered?.areas ?? [],
      ...{ activities: by('activities'), money: by('money'), questions: by('questions') },
    };
  },
});

const EMPTY: Alignment = { onPriorities: 0, elsewhere: 0, untagged: 0 };
const NOTHING = { set: null, lists: [], areas: [], activities: EMPTY, money: EMPTY, questions: EMPTY };

/** Whether a pound or question is on the list; null where nobody said what it is about. */
const rowsOf = (
  db: Db,
  actor: Actor,
  mapped: Prisma.Sql,
  filter: MoneyFilter,
): Promise<Row[]> => db.$queryRaw`
  WITH ${summedSql(actor, filter, ['areas'])}, mapped AS MATERIALIZED (SELECT ${mapped} AS ids),
    placed AS (
      SELECT CASE WHEN key <> '{}' THEN key::uuid[] && ids END AS listed, sum(amount) AS amount, sum(activities) AS activities
      FROM sums CROSS JOIN mapped GROUP BY key, ids HAVING sum(lines) > 0
    ), tagged AS (
      SELECT x.question_id, bool_or(x.term_id = ANY(ids)) AS listed
      FROM ${tagsOnDay('question_term', filter.until ?? null)} x CROSS JOIN mapped
      WHERE x.term_id IN (SELECT id FROM term WHERE scheme = 'threatArea') GROUP BY x.question_id
    ), counted(what, amount, listed) AS (
      SELECT 'money', amount, listed FROM placed
      UNION ALL SELECT 'activities', activities, listed FROM placed
      UNION ALL SELECT 'questions', count(*), tagged.listed
        FROM question q LEFT JOIN tagged ON tagged.question_id = q.id
        WHERE ${publishedSql(filter.until)} AND ${questionsVisibleSql(actor, 'q')}
          AND q.id <> ALL(${wallsOf(actor)}::uuid[])
          AND (${filter.from ?? null}::date IS NULL OR q.published_at >= ${filter.from ?? null}::date)
          AND (${filter.to ?? null}::date IS NULL OR q.published_at < ${filter.to ?? null}::date + 1)
        GROUP BY tagged.listed)
  SELECT what, coalesce(sum(amount) FILTER (WHERE listed), 0)::float8 AS "onPriorities",
    coalesce(sum(amount) FILTER (WHERE NOT listed), 0)::float8 AS elsewhere,
    coalesce(sum(amount) FILTER (WHERE listed IS NULL), 0)::float8 AS untagged
  FROM counted GROUP BY what`;

const publishedSql = (until: Date | undefined): Prisma.Sql =>
  until
    ? Prisma.sql`q.published_at < ${until} AND ${unmergedThenSql('question', 'q', until)}`
    : Prisma.sql`q.published_at IS NOT NULL AND q.merged_into_id IS NULL`;
