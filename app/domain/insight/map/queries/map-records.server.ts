import { z } from 'zod';
import { Prisma } from '~/platform/generated/prisma/client';
import { cursorInput } from '../../../cursor';
import { query } from '../../../query.server';
import { questionsVisibleSql } from '../../../questions/question-visibility.server';
import { countingOf } from '../counting/counting-of.server';
import { loadMapAxes, type Axis } from '../counting/map-axes.server';
import { findingItems, placingOf, questionItems, type Counting } from '../counting/map-items.server';
import { taggedItems } from '../counting/placed.server';
import { mapViewShape } from '../map-view';
import { MARKS, type MarkKind } from '../marks';

export interface MapRecord {
  of: 'question' | 'finding';
  reference: string;
  title: string;
  kind: MarkKind;
  unfunded: boolean;
  dueOn: string | null;
  current: boolean;
  publishedAt: Date;
}

const PAGE = 25;
const key = z.string().max(100).optional();
export const mapRecordsShape = {
  ...mapViewShape,
  row: key,
  column: key,
  kind: z.enum(MARKS).optional(),
  after: cursorInput.optional(),
};

/** Where on an axis: a heading, `none` for what stands at no heading of it, everywhere where not said. */
function standsAt(axis: Axis, key: string | undefined, of: 'question' | 'finding', counting: Counting) {
  if (key === undefined) return Prisma.sql`true`;
  const headings = axis.headings.filter((heading) => key === 'none' || heading.key === key);
  const any = Prisma.sql`EXISTS (SELECT FROM (${taggedItems(axis, of, placingOf(counting))}) x
    WHERE x.id = i.id AND x.heading = ANY(${headings.map(({ id }) => id)}::uuid[]))`;
  return key === 'none' ? Prisma.sql`NOT ${any}` : any;
}

const nameAt = (axis: Axis, key: string | undefined): string | null | undefined => {
  if (key === undefined) return null;
  return key === 'none' ? `No ${axis.one} stated` : axis.headings.find((one) => one.key === key)?.name;
};

/** What a cell, a row or a figure of the map counts, the latest first: the very items, under the same filters. */
export const mapRecords = query({
  name: 'insight.mapRecords',
  input: z.strictObject(mapRecordsShape),
  visibleTo: (actor) => ({ questions: questionsVisibleSql(actor, 'q') }),
  read: async ({ db, actor, scope, input, now }) => {
    const { row, column, kind, after, ...view } = input;
    const axes = await loadMapAxes(db, view, now);
    const counting = countingOf(actor, view, { questions: scope.questions, now });
    if (!axes || !counting) return null;
    const names = { row: nameAt(axes.rows, row), column: nameAt(axes.columns, column) };
    if (names.row === undefined || names.column === undefined) return null;
    const at = (of: 'question' | 'finding') => Prisma.sql`${standsAt(axes.rows, row, of, counting)}
      AND ${standsAt(axes.columns, column, of, counting)} AND (${kind ?? null}::text IS NULL OR i.kind = ${kind ?? null})
      AND ${following(after)}`;
    const found = await db.$queryRaw<(MapRecord & { place: string })[]>`
      SELECT *, to_char("publishedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '_' || id AS place FROM (
        (SELECT i.id, 'question' AS of, i.reference, i.title, i.kind, i.unfunded, i.due::text AS "dueOn", true AS current,
          i.published_at AS "publishedAt" FROM (${questionItems(counting)}) i WHERE ${at('question')}
          ORDER BY i.published_at DESC, i.id DESC LIMIT ${PAGE + 1})
        UNION ALL
        (SELECT i.id, 'finding', i.reference, i.title, i.kind, false, NULL, i.current, i.published_at
          FROM (${findingItems(counting)}) i WHERE ${at('finding')}
          ORDER BY i.published_at DESC, i.id DESC LIMIT ${PAGE + 1})) item
      ORDER BY "publishedAt" DESC, id DESC LIMIT ${PAGE + 1}`;
    const shown = found.slice(0, PAGE);
    return {
      records: shown.map(recordOf),
      next: found.length > PAGE ? (shown.at(-1)?.place ?? null) : null,
      ...{ names, kind: kind ?? null, released: counting.released, asOf: counting.at, view },
      axes: { rows: axes.rows.one, columns: axes.columns.one },
    };
  },
});

function following(after: string | undefined): Prisma.Sql {
  const [instant, id] = after?.split('_') ?? [];
  if (!instant || !id) return Prisma.sql`true`;
  return Prisma.sql`(i.published_at, i.id) < (${instant}::timestamptz, ${id}::uuid)`;
}

const recordOf = (row: MapRecord): MapRecord => {
  const { of, reference, title, kind, unfunded, dueOn, current, publishedAt } = row;
  return { of, reference, title, kind, unfunded, dueOn, current, publishedAt };
};
