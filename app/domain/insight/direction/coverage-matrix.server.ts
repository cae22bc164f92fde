import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import type { Actor } from '../../actor';
import { findingsVisibleSql } from '../../knowledge/finding-visibility.server';
import { optionalDayInput } from '../../form-inputs';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { questionsVisibleSql } from '../../questions/question-visibility.server';
import { isoDay, ukDay } from '../../uk-time';
import { countryName } from '../../understanding/places/countries';
import { standsSql } from '../chain/item-stage.server';
import { lastDayBefore } from '../kept-findings.server';
import { askedByThenSql, stoodThenSql } from '../on-day/items-by-then.server';
import { tagsOnDay } from '../../taxonomy/tags-on-day.server';
import { keysIn, type Profile } from '../map/cells/profiles';
import { loadMapAxes, type Axes } from '../map/counting/map-axes.server';
import type { Counting } from '../map/counting/map-items.server';
import { placedAt } from '../map/counting/placed.server';
import { talliedFindings } from '../map/counting/tallied-findings.server';
import { mayRaiseQuestions } from '../map/map-policy';
import { mapViewShape } from '../map/map-view';
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
const ASKED = Prisma.sql`q.published_at IS NOT NULL AND q.withdrawn_at IS NULL AND q.merged_into_id IS NULL`;

/** Markets down, places across: what is asked and known in each, each item counted once in every total. */
export const coverageMatrix = query({
  name: 'insight.coverageMatrix',
  input: z.strictObject({
    by: z.enum(['level', 'country']).default('level'),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
    on: optionalDayInput(),
  }),
  visibleTo: (actor) => mayReadScores(actor),
  read: async ({ db, actor, scope, input: { on, ...input }, now }) => {
    if (!isAllowed(scope)) return null;
    const day = on ?? ukDay(now);
    const asOf = on && isoDay(on);
    const axes = await loadMapAxes(db, { rows: 'threatArea', columns: 'level', on: asOf }, now);
    if (!axes) return null;
    const counted = await countItems(db, actor, axes, { ...input, until: axes.until });
    const columns =
      input.by === 'level'
        ? axes.columns.headings.map(({ key, name }) => ({ key, name }))
        : countriesOf(counted);
    const at = (level: number, row: string | null, column: string | null) => {
      const cell = none();
      for (const one of counted)
        if (one.level === level && one.row === row && one.column === column) cell[one.kind] = one.count;
      return cell;
    };
    return {
      ...{ by: input.by, country: input.country, columns, day, asked: on !== undefined },
      rows: axes.rows.headings.map(({ key: slug, name }): CoverageRow => ({
        ...{ slug, name, all: at(1, slug, null) },
        cells: Object.fromEntries(columns.map(({ key }) => [key, at(0, slug, key)])),
      })),
      places: Object.fromEntries(columns.map(({ key }) => [key, at(2, null, key)])),
      total: at(3, null, null),
      may: { raise: axes.until === null && mayRaiseQuestions(actor) },
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

type Noun = 'question' | 'finding';

const levelsOf = (noun: Noun, until: Date | null) => Prisma.sql`
  SELECT x.${Prisma.raw(`${noun}_id`)} AS id, t.slug AS place FROM ${tagsOnDay(`${noun}_term`, until)} x
  JOIN term t ON t.id = x.term_id AND t.scheme = 'level'`;
const countriesTagged = (noun: Noun, until: Date | null) => Prisma.sql`
  SELECT DISTINCT x.${Prisma.raw(`${noun}_id`)} AS id, x.country AS place FROM ${tagsOnDay(`${noun}_country`, until)} x`;

interface View {
  by: 'level' | 'country';
  country?: string | undefined;
  /** Just before which instant; now, without one. */
  until: Date | null;
}

/** What is asked and known, or was by an instant, each with the places that were said of it then. */
async function countItems(db: Db, actor: Actor, axes: Axes, view: View): Promise<Counted[]> {
  const questions =
    view.by === 'level'
      ? spreadOf('question', await placedQuestions(db, axes, { actor, view }), axes)
      : await count(db, tagged('question', asked(actor, view), view));
  const read = () => count(db, tagged('finding', known(actor, view), view));
  if (view.country !== undefined) return [...questions, ...(await read())];
  // Findings by level come from what is kept counted; few carry a country, and those are read one by one.
  const kept = spreadOf('finding', await talliedFindings(db, axes, countingOf(actor, view.until)), axes);
  if (view.by === 'level') return [...questions, ...kept];
  const abroad = await read();
  return [
    ...questions,
    ...kept.filter(({ level }) => level % 2 === 1),
    ...abroad.filter(({ level }) => level % 2 === 0),
  ];
}

const countingOf = (actor: Actor, until: Date | null): Counting => ({
  view: z.strictObject(mapViewShape).parse({ on: until ? isoDay(lastDayBefore(until)) : undefined }),
  ...{ released: false, at: until ?? actor.asOf, questions: Prisma.sql`true` },
});

type Placed = Pick<Profile, 'rows' | 'columns' | 'count'>;

/** Questions that stand in the very same rows and columns. */
const placedQuestions = (db: Db, { rows, columns }: Axes, { actor, view }: { actor: Actor; view: View }) => {
  const placing = { released: false, until: view.until };
  return db.$queryRaw<Placed[]>`
    SELECT coalesce(r.bits, 0) AS rows, coalesce(c.bits, 0) AS columns, count(*)::int AS count FROM (${asked(actor, view)}) i
    LEFT JOIN (${placedAt(rows, 'question', placing)}) r ON r.id = i.id
    LEFT JOIN (${placedAt(columns, 'question', placing)}) c ON c.id = i.id GROUP BY 1, 2`;
};

/** Profiles as the rows of `count`: in each cell, in each row, in each column and once in all. */
function spreadOf(kind: Counted['kind'], profiles: readonly Placed[], { rows, columns }: Axes): Counted[] {
  const sums = new Map<string, Counted>();
  const add = (level: Counted['level'], row: string | null, column: string | null, number: number) => {
    const key = JSON.stringify([level, row, column]);
    sums.set(key, { kind, level, row, column, count: (sums.get(key)?.count ?? 0) + number });
  };
  for (const profile of profiles) {
    const [at, places] = [keysIn(profile.rows, rows.headings), keysIn(profile.columns, columns.headings)];
    add(3, null, null, profile.count);
    for (const row of at) add(1, row, null, profile.count);
    for (const place of places) {
      add(2, null, place, profile.count);
      for (const row of at) add(0, row, place, profile.count);
    }
  }
  return [...sums.values()];
}

const onlyIn = (noun: Noun, id: Prisma.Sql, { country, until }: View): Prisma.Sql =>
  country
    ? Prisma.sql`AND EXISTS (SELECT FROM ${tagsOnDay(`${noun}_country`, until)} c
        WHERE c.${Prisma.raw(`${noun}_id`)} = ${id} AND c.country = ${country})`
    : Prisma.empty;

const tagged = (noun: Noun, items: Prisma.Sql, { by, country, until }: View): Prisma.Sql => {
  const places = (by === 'level' ? levelsOf : countriesTagged)(noun, until);
  // By country the totals of findings are counted elsewhere, so that what says no country can be left out.
  const placed =
    by === 'country' && noun === 'finding' && country === undefined
      ? Prisma.sql`JOIN`
      : Prisma.sql`LEFT JOIN`;
  return Prisma.sql`
    SELECT ${noun}::text AS kind, i.id, a.slug AS row, p.place AS "column" FROM (${items}) i
    LEFT JOIN (SELECT x.${Prisma.raw(`${noun}_id`)} AS id, t.slug FROM ${tagsOnDay(`${noun}_term`, until)} x
      JOIN term t ON t.id = x.term_id AND t.scheme = 'threatArea') a ON a.id = i.id
    ${placed} (${places}) p ON p.id = i.id`;
};

const asked = (actor: Actor, view: View): Prisma.Sql => Prisma.sql`
  SELECT q.id FROM question q WHERE ${view.until ? askedByThenSql('q', view.until) : ASKED}
    AND ${questionsVisibleSql(actor, 'q')} ${onlyIn('question', Prisma.sql`q.id`, view)}`;

const known = (actor: Actor, view: View): Prisma.Sql => Prisma.sql`
  SELECT f.id FROM finding f WHERE ${view.until ? stoodThenSql('f', view.until) : standsSql('f')}
    AND ${findingsVisibleSql(actor, 'f')} ${onlyIn('finding', Prisma.sql`f.id`, view)}`;

/** Each item once in every total: level 0 cells, 1 rows, 2 columns, 3 all. */
const count = (db: Db, items: Prisma.Sql): Promise<Counted[]> => db.$queryRaw<Counted[]>`
  SELECT kind, row, "column", GROUPING(row) * 2 + GROUPING("column") AS level, count(DISTINCT id)::int AS count
  FROM (${items}) tagged
  GROUP BY GROUPING SETS ((kind, row, "column"), (kind, row), (kind, "column"), (kind))`;
