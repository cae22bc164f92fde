import { z } from 'zod';
import { Prisma } from '~/platform/generated/prisma/client';
import { hasRole, isMember, type Person } from '../../actor';
import { query } from '../../query.server';
import { answeredBySql } from '../answered-by-sql.server';
import type { RequestKind, RequestState } from '../request';

interface Line {
  cursor: string;
  /** A finding sent for review is asked for too; its review has a page of its own. */
  kind: RequestKind | 'submission';
  reference: string;
  title: string;
  who: string;
  askedAt: Date;
  expiresAt: Date | null;
  state: RequestState;
}

const PAGE = 25;
const after = (column: string, cursor: string | undefined): Prisma.Sql =>
  cursor ? Prisma.sql`AND ${Prisma.raw(column)} < ${cursor}::uuid` : Prisma.empty;

const requests = (which: Prisma.Sql, now: Date) => Prisma.sql`
  SELECT r.id AS cursor, r.kind::text AS kind, r.reference, coalesce(v.title, q.title) AS title, p.name AS who,
    r.asked_at AS "askedAt", r.expires_at AS "expiresAt",
    CASE WHEN r.state IN ('asked', 'held') AND r.expires_at <= ${now} THEN 'expired' ELSE r.state::text END AS state
  FROM request r JOIN person p ON p.id = r.asked_by_id
    LEFT JOIN annex x ON x.id = r.annex_id
    LEFT JOIN finding f ON f.id = coalesce(r.finding_id, x.finding_id)
    LEFT JOIN finding_version v ON v.finding_id = f.id AND v.number = f.current_number
    LEFT JOIN question q ON q.id = x.question_id
  WHERE ${which}`;

const submissions = (which: Prisma.Sql) => Prisma.sql`
  SELECT s.id, 'submission', f.reference, s.title, p.name, s.submitted_at, NULL, 'asked'
  FROM finding_version s JOIN finding f ON f.id = s.finding_id JOIN person p ON p.id = s.created_by_id
  WHERE s.submitted_at IS NOT NULL AND s.returned_at IS NULL AND s.declined_at IS NULL AND s.published_at IS NULL
    AND ${which}`;

function linesOf(actor: Person, list: 'mine' | 'waiting', now: Date, cursor: string | undefined): Prisma.Sql {
  const me = Prisma.sql`${actor.id}::uuid`;
  const [asked, sent] =
    list === 'mine'
      ? [Prisma.sql`r.asked_by_id = ${me}`, Prisma.sql`s.created_by_id = ${me}`]
      : [
          Prisma.sql`r.state IN ('asked', 'held') AND r.expires_at > ${now} AND ${answeredBySql(actor)}`,
          Prisma.sql`${hasRole(actor, 'coordinator')} AND s.created_by_id <> ${me}`,
        ];
  return Prisma.sql`
    ${requests(Prisma.sql`${asked} ${after('r.id', cursor)}`, now)}
    UNION ALL ${submissions(Prisma.sql`${sent} ${after('s.id', cursor)}`)}
    ORDER BY cursor DESC LIMIT ${PAGE + 1}`;
}

/** What somebody asked, or what waits for their answer: requests of every kind in one list, the latest first. */
export const requestList = query({
  name: 'requests.request-list',
  input: z.strictObject({ list: z.enum(['mine', 'waiting']).default('mine'), after: z.uuid().optional() }),
  visibleTo: (actor) => (isMember(actor) ? actor : null),
  read: async ({ db, scope, input: { list, after: cursor }, now }) => {
    if (!scope) return null;
    const rows = await db.$queryRaw<Line[]>(linesOf(scope, list, now, cursor));
    const lines = rows.slice(0, PAGE);
    return { list, lines, next: rows.length > PAGE ? (lines.at(-1)?.cursor ?? null) : null };
  },
});
