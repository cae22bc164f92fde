import { z } from 'zod';
import { Prisma } from '~/platform/generated/prisma/client';
import { cursorInput } from '../../cursor';
import { findingsVisibleSql } from '../../knowledge/finding-visibility.server';
import { query } from '../../query.server';
import { impactsVisibleSql } from '../impact/impact-visibility.server';

interface Row {
  reference: string;
  decision: string;
  decidedOn: Date;
  organisation: string;
  finding: string;
  cursor: string;
}

const PAGE = 25;

function following(after: string | undefined): Prisma.Sql {
  if (!after) return Prisma.empty;
  const [day, id] = after.split('_');
  return Prisma.sql`AND (i.decided_on, i.id) < (${day}::date, ${id}::uuid)`;
}

/** Impact records in force, the latest decision first, a page at a time. */
export const impactList = query({
  name: 'ratings.impact-list',
  input: z.strictObject({ after: cursorInput.optional() }),
  visibleTo: (actor) => Prisma.sql`${impactsVisibleSql(actor)} AND ${findingsVisibleSql(actor)}`,
  read: async ({ db, scope, input }) => {
    const rows = await db.$queryRaw<Row[]>`
      SELECT i.reference, i.decision, i.decided_on AS "decidedOn", o.name AS organisation, v.title AS finding,
        i.decided_on || '_' || i.id AS cursor
      FROM impact_record i
        JOIN finding f ON f.id = i.finding_id
        JOIN finding_version v ON v.finding_id = f.id AND v.number = i.finding_number
        JOIN organisation o ON o.id = i.organisation_id
      WHERE i.withdrawn_at IS NULL AND ${scope} ${following(input.after)}
      ORDER BY i.decided_on DESC, i.id DESC LIMIT ${PAGE + 1}`;
    const shown = rows.slice(0, PAGE);
    const last = rows.length > PAGE ? shown.at(-1) : undefined;
    return { records: shown.map(({ cursor: _cursor, ...record }) => record), next: last?.cursor ?? null };
  },
});
