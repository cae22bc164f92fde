import { z } from 'zod';
import { Prisma } from '~/platform/generated/prisma/client';
import { cursorInput } from '../../../cursor';
import { query } from '../../../query.server';
import { questionsVisibleSql } from '../../../questions/question-visibility.server';
import { knownUntil } from '../../../taxonomy/known-until.server';
import { askedItems, askerName, askerOf, DEMAND_BY, headingsOf } from '../demand-items.server';
import { periodFrom, SPANS } from '../periods';

export interface AskedQuestion {
  reference: string;
  title: string;
  organisation: string;
  publishedAt: Date;
}

const PAGE = 50;

export const demandLogShape = {
  by: z.enum(DEMAND_BY).default('threatArea'),
  per: z.enum(SPANS).default('month'),
  from: z.iso.date(),
  key: z.string().max(100).default('all'),
  on: z.iso.date().optional(),
  after: cursorInput.optional(),
};

/** The questions that one figure of the demand timeline counts, by its period and heading. */
export const demandLog = query({
  name: 'insight.demandLog',
  input: z.strictObject(demandLogShape),
  visibleTo: (actor) => questionsVisibleSql(actor, 'q'),
  read: async ({ db, scope, input }) => {
    const { by, per, key, on, after } = input;
    const period = periodFrom(input.from, per);
    if (!period) return null;
    const known = on === undefined ? null : await knownUntil(db, new Date(on));
    const [instant, id] = after?.split('_') ?? [];
    const following = instant
      ? Prisma.sql`(i.published_at, i.id) > (${instant}::timestamptz, ${id}::uuid)`
      : Prisma.sql`true`;
    const rows = await db.$queryRaw<(AskedQuestion & { name: string | null; place: string })[]>`
      WITH item AS (${askedItems(scope, period, known)}), heading AS (${headingsOf(by, known)})
      SELECT i.reference, i.title, ${askerName(known)} AS organisation, i.published_at AS "publishedAt",
        (SELECT h.name FROM heading h WHERE h.id = i.id AND h.key = ${key}) AS name,
        to_char(i.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '_' || i.id AS place
      FROM item i ${askerOf(known)}
      WHERE (${key === 'all'} OR (${key === 'none'} AND NOT EXISTS (SELECT FROM heading h WHERE h.id = i.id))
          OR EXISTS (SELECT FROM heading h WHERE h.id = i.id AND h.key = ${key}))
        AND ${following}
      ORDER BY i.published_at, i.id LIMIT ${PAGE + 1}`;
    const shown = rows.slice(0, PAGE);
    return {
      questions: shown.map(({ name: _name, place: _place, ...question }): AskedQuestion => question),
      next: rows.length > PAGE ? (shown.at(-1)?.place ?? null) : null,
      name: shown[0]?.name ?? null,
      ...{ by, per, key, on, period },
    };
  },
});
