import { z } from 'zod';
import { Prisma } from '~/platform/generated/prisma/client';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import type { MeasureClass, MeasureState, Part } from '../measure';
import { mayReadMeasures } from '../measure-policy';
import type { PeriodKind } from '../period';
import { aboutSql } from '../about-measure.server';

const PAGE = 25;

export interface MeasureRow {
  id: string;
  reference: string;
  name: string;
  class: MeasureClass;
  part: Part;
  state: MeasureState;
  unit: string;
  periodKind: PeriodKind;
  about: string;
  owner: string | null;
  reviewOn: Date | null;
  startsOn: Date | null;
  value: number | null;
}

/** Every measure, the newest first, with its latest figure. */
export const measures = query({
  name: 'measures.measures',
  input: z.strictObject({
    state: z.enum(['draft', 'pilot', 'inUse', 'retired']).optional(),
    part: z.enum(['effort', 'impact', 'threatReduction']).optional(),
    show: z.enum(['due']).optional(),
    after: z.uuid().optional(),
  }),
  visibleTo: (actor) => isAllowed(mayReadMeasures(actor)),
  read: async ({ db, scope, input: { state, part, show, after }, now }) => {
    if (!scope) return null;
    const where = Prisma.join(
      [
        Prisma.sql`true`,
        ...(state ? [Prisma.sql`m.state = ${state}`] : []),
        ...(part ? [Prisma.sql`m.part = ${part}`] : []),
        ...(show ? [Prisma.sql`m.state <> 'retired' AND m.review_on <= ${now}::date`] : []),
        ...(after ? [Prisma.sql`m.id < ${after}::uuid`] : []),
      ],
      ' AND ',
    );
    const rows = await db.$queryRaw<MeasureRow[]>`
      SELECT m.id, m.reference, m.name, m.class, m.part, m.state, m.unit, m.period_kind AS "periodKind",
        ${aboutSql} AS about, o.name AS owner, m.review_on AS "reviewOn", v.starts_on AS "startsOn", v.value
      FROM measure m LEFT JOIN person o ON o.id = m.owner_id LEFT JOIN LATERAL (
        SELECT x.starts_on, x.value FROM measure_value x WHERE x.measure_id = m.id
          AND NOT EXISTS (SELECT FROM measure_value y WHERE y.supersedes_id = x.id)
        ORDER BY x.starts_on DESC LIMIT 1) v ON true
      WHERE ${where} ORDER BY m.id DESC LIMIT ${PAGE + 1}`;
    const shown = rows.slice(0, PAGE);
    return { measures: shown, next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null };
  },
});
