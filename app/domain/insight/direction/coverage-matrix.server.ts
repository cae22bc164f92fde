import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import type { Actor } from '../../actor';
import { findingsVisibleSql } from '../../knowledge/finding-visibility.server';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { questionsVisibleSql } from '../../questions/question-visibility.server';
import { countryName } from '../../understanding/places/countries';
import { standsSql } from '../chain/item-stage.server';
import { mayRaiseQuestions } from '../map/map-policy';
import { mayReadScores } from './direction-policy';

export interface PlaceCounts {
  question: number;
  finding: number;
}

export interface CoverageRow {
  slug: string;
  name: string;
  /** By key of the column. */
  cells: Record<string, PlaceCounts>;
  /** Each item once, wherever it is about. */
  all: PlaceCounts;
}

interface Counted {
  kind: 'question' | 'finding';
  row: string | null;
  column: string | null;
  level: 0 | 1 | 2 | 3;
  count: number;
}

const none = (): PlaceCounts => ({ question: 0, finding: 0 });
const MOST_COUNTRIES = 12;

/** Markets down, places across: what is asked and known in each, each item counted once in every total. */
export const coverageMatrix = query({
  name: 'insight.coverageMatrix',
  input: z.strictObject({
    by: z.enum(['level', 'country']).default('level'),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
  }),
  visibleTo: (actor) => mayReadScores(actor),
  read: async ({ db, actor, scope, input }) => {
    if (!isAllowed(scope)) return null;
    const terms = await db.term.findMany({
      where: { scheme: { in: ['threatArea', 'level'] }, retiredAt: null },
      select: { scheme: true, slug: true, name: true },
      orderBy: [{ position: 'asc' }, { slug: 'asc' }],
    });
    const counted = await count(db, actor, input);
    const columns =
      input.by === 'level'
        ? terms.filter(({ scheme }) => scheme === 'level').map(({ slug, name }) => ({ key: slug, name }))
        : countriesOf(counted);
    const at = (level: number, row: string | null, column: string | null) => {
      const cell = none();
      for (const one of counted)
        if (one.level === level && one.row === row && one.column === column) cell[one.kind] = one.count;
      return cell;
    };
    const areas = terms.filter(({ scheme }) => scheme === 'threatArea');
    return {
      ...{ by: input.by, country: input.country, columns },
      rows: areas.map(({ slug, name }): CoverageRow => ({
        ...{ slug, name, all: at(1, slug, null) },
        cells: Object.fromEntries(columns.map(({ key }) => [key, at(0, slug, key)])),
      })),
      places: Object.fromEntries(columns.map(({ key }) => [key, at(2, null, key)])),
      total: at(3, null, null),
      may: { raise: mayRaiseQuestions(actor) },
    };
  },
});

/** The countries most is about, by name. */
function countriesOf(counted: readonly Counted[]) {
  const sums = new Map<string, number>();
  for (const { level, column, count: number } of counted)
    if (level === 2 && column !== null) sums.set(column, (sums.get(column) ?? 0) + number);
  return [...sums]
    .sort(([a, most], [b, other]) => other - most || a.localeCompare(b))
    .slice(0, MOST_COUNTRIES)
    .map(([key]) => ({ key, name: countryName(key) }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

const levelsOf = (noun: 'question' | 'finding') => Prisma.sql`
  SELECT x.${Prisma.raw(`${noun}_id`)} AS id, t.slug AS place FROM ${Prisma.raw(`${noun}_term`)} x
  JOIN term t ON t.id = x.term_id AND t.scheme = 'level'`;
const countriesTagged = (noun: 'question' | 'finding') => Prisma.sql`
  SELECT DISTINCT ${Prisma.raw(`${noun}_id`)} AS id, country AS place FROM ${Prisma.raw(`${noun}_country`)}`;

async function count(
  db: Db,
  actor: Actor,
  { by, country }: { by: 'level' | 'country'; country?: string | undefined },
): Promise<Counted[]> {
  const places = by === 'level' ? levelsOf : countriesTagged;
  const only = (noun: 'question' | 'finding', id: Prisma.Sql) =>
    country
      ? Prisma.sql`AND EXISTS (SELECT FROM ${Prisma.raw(`${noun}_country`)} c
          WHERE c.${Prisma.raw(`${noun}_id`)} = ${id} AND c.country = ${country})`
      : Prisma.empty;
  const tagged = (noun: 'question' | 'finding', items: Prisma.Sql) => Prisma.sql`
    SELECT ${noun}::text AS kind, i.id, a.slug AS row, p.place AS "column" FROM (${items}) i
    LEFT JOIN (SELECT x.${Prisma.raw(`${noun}_id`)} AS id, t.slug FROM ${Prisma.raw(`${noun}_term`)} x
      JOIN term t ON t.id = x.term_id AND t.scheme = 'threatArea') a ON a.id = i.id
    LEFT JOIN (${places(noun)}) p ON p.id = i.id`;
  return db.$queryRaw<Counted[]>`
    SELECT kind, row, "column", GROUPING(row) * 2 + GROUPING("column") AS level, count(DISTINCT id)::int AS count
    FROM (
      ${tagged(
        'question',
        Prisma.sql`SELECT q.id FROM question q WHERE q.published_at IS NOT NULL AND q.withdrawn_at IS NULL
          AND q.merged_into_id IS NULL AND ${questionsVisibleSql(actor, 'q')} ${only('question', Prisma.sql`q.id`)}`,
      )}
      UNION ALL
      ${tagged(
        'finding',
        Prisma.sql`SELECT f.id FROM finding f WHERE ${standsSql('f')} AND ${findingsVisibleSql(actor, 'f')}
          ${only('finding', Prisma.sql`f.id`)}`,
      )}
    ) tagged
    GROUP BY GROUPING SETS ((kind, row, "column"), (kind, row), (kind, "column"), (kind))`;
}
