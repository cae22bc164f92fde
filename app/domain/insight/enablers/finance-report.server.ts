import { z } from 'zod';
import { Prisma } from '~/platform/generated/prisma/client';
import { optionalDayInput } from '../../form-inputs';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { questionsVisibleSql } from '../../questions/question-visibility.server';
import { knownUntil } from '../../taxonomy/known-until.server';
import { namesKnown } from '../../taxonomy/names-known.server';
import { ukDay } from '../../uk-time';
import { mayReadScores } from '../direction/direction-policy';
import { askedByThenSql } from '../on-day/items-by-then.server';
import { tagsOnDay } from '../../taxonomy/tags-on-day.server';

export interface FinanceCounts {
  relevant: number;
  not: number;
}

interface AreaLine extends FinanceCounts {
  slug: string | null;
  name: string | null;
}

export interface FinanceLine {
  id: string;
  reference: string;
  title: string;
  relevant: boolean;
  reason: string;
}

const PAGE = 25;
const ASKED = Prisma.sql`q.published_at IS NOT NULL AND q.withdrawn_at IS NULL AND q.merged_into_id IS NULL`;

/** Of which questions illicit finance is a part, by their own answer, with the reasons; the latest first. */
export const financeReport = query({
  name: 'insight.financeReport',
  input: z.strictObject({
    relevant: z.enum(['yes', 'no']).optional(),
    after: z.uuid().optional(),
    on: optionalDayInput(),
  }),
  visibleTo: (actor) => (isAllowed(mayReadScores(actor)) ? questionsVisibleSql(actor, 'q') : null),
  read: async ({ db, scope, input: { relevant, after, on }, now }) => {
    if (!scope) return null;
    const day = on ?? ukDay(now);
    const until = on === undefined ? null : await knownUntil(db, day);
    const names = until && (await namesKnown(db, 'threatArea', until));
    const asked = Prisma.sql`question q WHERE ${until ? askedByThenSql('q', until) : ASKED} AND q.illicit_finance_relevant IS NOT NULL AND ${scope}`;
    const counts = Prisma.sql`count(DISTINCT q.id) FILTER (WHERE q.illicit_finance_relevant)::int AS relevant,
      count(DISTINCT q.id) FILTER (WHERE NOT q.illicit_finance_relevant)::int AS "not"`;
    const [total] = await db.$queryRaw<FinanceCounts[]>`SELECT ${counts} FROM ${asked}`;
    const areas = await db.$queryRaw<AreaLine[]>`
      SELECT t.slug, t.name, ${counts} FROM (SELECT q.id, q.illicit_finance_relevant FROM ${asked}) q
      LEFT JOIN (${tagsOnDay('question_term', until)} x JOIN term t ON t.id = x.term_id AND t.scheme = 'threatArea') ON x.question_id = q.id
      GROUP BY t.slug, t.name, t.position ORDER BY t.position NULLS LAST, t.slug`;
    const chosen = relevant
      ? Prisma.sql`AND q.illicit_finance_relevant = ${relevant === 'yes'}`
      : Prisma.empty;
    const rows = await db.$queryRaw<FinanceLine[]>`
      SELECT q.id, q.reference, q.title, q.illicit_finance_relevant AS relevant, q.illicit_finance_reason AS reason
      FROM ${asked} ${chosen} ${after ? Prisma.sql`AND q.id < ${after}::uuid` : Prisma.empty}
      ORDER BY q.id DESC LIMIT ${PAGE + 1}`;
    if (!total) throw new Error('a sum is always there');
    return {
      ...{ total, lines: rows.slice(0, PAGE), day, asked: on !== undefined },
      areas: areas.map((area) => ({ ...area, name: names?.get(area.slug ?? '') ?? area.name })),
      next: rows.length > PAGE ? (rows[PAGE - 1]?.id ?? null) : null,
    };
  },
});
