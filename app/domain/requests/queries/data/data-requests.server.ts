import { z } from 'zod';
import { Prisma } from '~/platform/generated/prisma/client';
import { isMember } from '../../../actor';
import { query } from '../../../query.server';
import { ukDay } from '../../../uk-time';
import { dataRequestsVisibleSql } from '../../data/data-visibility.server';
import { standsAs, type DataState } from '../../data/data-request';

interface Row {
  id: string;
  reference: string;
  kind: string;
  state: DataState;
  dataset: string;
  askedBy: string;
  askedAt: Date;
  expiresOn: Date | null;
  closing: string | null;
  confirmedAt: Date | null;
  renewed: boolean;
}

const PAGE = 25;

/** Requests for data: one’s own, those that wait for one’s opinion, or all that one may know of; the latest first. */
export const dataRequests = query({
  name: 'requests.data-requests',
  input: z.strictObject({
    list: z.enum(['mine', 'waiting', 'all']).default('all'),
    after: z.uuid().optional(),
  }),
  visibleTo: (actor) => (isMember(actor) ? { actor, visible: dataRequestsVisibleSql(actor) } : null),
  read: async ({ db, scope, input: { list, after }, now }) => {
    if (!scope) return null;
    const me = Prisma.sql`${scope.actor.id}::uuid`;
    const which = {
      all: Prisma.sql`TRUE`,
      mine: Prisma.sql`r.asked_by_id = ${me}`,
      waiting: Prisma.sql`r.state = 'asked' AND r.asked_by_id <> ${me}
        AND EXISTS (SELECT FROM data_panel_seat s WHERE s.dataset_id = r.dataset_id AND s.person_id = ${me} AND s.ended_at IS NULL)
        AND NOT EXISTS (SELECT FROM data_opinion o WHERE o.request_id = r.id AND o.person_id = ${me} AND o.opinion IS NULL)`,
    }[list];
    const place = after ? Prisma.sql`AND r.id < ${after}::uuid` : Prisma.empty;
    const rows = await db.$queryRaw<Row[]>`
      SELECT r.id, r.reference, r.kind, r.state, d.name AS dataset, p.name AS "askedBy", r.asked_at AS "askedAt",
        r.expires_on AS "expiresOn", r.closing, r.confirmed_at AS "confirmedAt",
        EXISTS (SELECT FROM data_request x WHERE x.earlier_id = r.id AND x.kind = 'renewal' AND x.state = 'approved') AS renewed
      FROM data_request r JOIN dataset d ON d.id = r.dataset_id JOIN person p ON p.id = r.asked_by_id
      WHERE ${scope.visible} AND ${which} ${place} ORDER BY r.id DESC LIMIT ${PAGE + 1}`;
    const lines = rows.slice(0, PAGE).map((row) => ({
      ...{ id: row.id, reference: row.reference, kind: row.kind, dataset: row.dataset },
      ...{ askedBy: row.askedBy, askedAt: row.askedAt, expiresOn: row.expiresOn },
      stands: standsAs(row, ukDay(now)),
    }));
    return { list, lines, next: rows.length > PAGE ? (lines.at(-1)?.id ?? null) : null };
  },
});
