import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import { isAllowed } from '../../../policy';
import { query } from '../../../query.server';
import { mayReadRefusals } from '../../data/data-policy';
import { REFUSAL_CODE_NAMES, type RefusalCode } from '../../data/data-request';

interface Row {
  id: string;
  dataset: { reference: string; name: string } | null;
  organisation: string;
  code: RefusalCode;
  words: string;
  decidedAt: Date;
  days: number;
  /** What became of the appeal or the next attempt, where there was one. */
  next: { kind: string; state: string } | null;
}

interface Totals {
  decided: number;
  refused: number;
  waiting: number;
  median: number | null;
}

const PAGE = 25;

/** Why data were refused, by words and code, and how long decisions take. Who asked, and what for, is in none of it. */
export const dataRefusals = query({
  name: 'requests.data-refusals',
  input: z.strictObject({
    q: z.string().max(200).optional(),
    code: z.enum(REFUSAL_CODE_NAMES).optional(),
    after: z.uuid().optional(),
  }),
  visibleTo: (actor) => isAllowed(mayReadRefusals(actor)),
  read: async ({ db, scope, input: { q, code, after } }) => {
    if (!scope) return null;
    const said = `%${(q ?? '').replace(/[\\%_]/g, '\\$&')}%`;
    const words = q
      ? Prisma.sql`AND (to_tsvector('english', r.words) @@ websearch_to_tsquery('english', ${q})
          OR d.name ILIKE ${said} OR o.name ILIKE ${said})`
      : Prisma.empty;
    const coded = code ? Prisma.sql`AND r.reason_code = ${code}` : Prisma.empty;
    const place = after ? Prisma.sql`AND r.id < ${after}::uuid` : Prisma.empty;
    const rows = await db.$queryRaw<Row[]>`
      SELECT r.id, jsonb_build_object('reference', d.reference, 'name', d.name) AS dataset, o.name AS organisation,
        r.reason_code AS code, r.words, r.decided_at AS "decidedAt",
        extract(epoch FROM r.decided_at - r.asked_at)::float8 / 86400 AS days,
        (SELECT jsonb_build_object('kind', x.kind, 'state', x.state) FROM data_request x
          WHERE x.earlier_id = r.id AND x.state <> 'withdrawn') AS next
      FROM data_request r JOIN dataset d ON d.id = r.dataset_id JOIN organisation o ON o.id = d.organisation_id
      WHERE r.state = 'refused' ${words} ${coded} ${place} ORDER BY r.id DESC LIMIT ${PAGE + 1}`;
    return {
      lines: rows.slice(0, PAGE),
      next: rows.length > PAGE ? (rows[PAGE - 1]?.id ?? null) : null,
      ...(await countsOf(db)),
    };
  },
});

async function countsOf(db: Db) {
  const [totals] = await db.$queryRaw<Totals[]>`
    SELECT count(*) FILTER (WHERE decided_at IS NOT NULL)::int AS decided,
      count(*) FILTER (WHERE state = 'refused')::int AS refused, count(*) FILTER (WHERE state = 'asked')::int AS waiting,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM decided_at - asked_at) / 86400)
        FILTER (WHERE decided_at IS NOT NULL) AS median
    FROM data_request`;
  const codes = await db.$queryRaw<{ code: RefusalCode; count: number }[]>`
    SELECT reason_code AS code, count(*)::int AS count FROM data_request WHERE state = 'refused'
    GROUP BY reason_code ORDER BY count(*) DESC, reason_code`;
  if (!totals) throw new Error('a sum is always there');
  return { totals, codes };
}
