import { Prisma } from '~/platform/generated/prisma/client';
import { findingPrioritySql } from '../../priority-links.server';
import { tagsOnDay } from '../../../taxonomy/tags-on-day.server';
import type { Axis } from './map-axes.server';

type Of = 'question' | 'finding';

interface Placing {
  released: boolean;
  /** Tagged and rated as it was just before this instant. */
  until: Date | null;
}

/** Which items stand at a heading: columns `id` and `heading`, with repeats for priorities. */
export function taggedItems(axis: Pick<Axis, 'of'>, of: Of, { released, until }: Placing): Prisma.Sql {
  if (axis.of === 'terms')
    return of === 'question'
      ? Prisma.sql`SELECT question_id AS id, term_id AS heading FROM ${tagsOnDay('question_term', until)} x`
      : Prisma.sql`SELECT finding_id AS id, term_id AS heading FROM ${tagsOnDay('finding_term', until)} x`;
  return of === 'question'
    ? Prisma.sql`SELECT question_id AS id, priority_id AS heading FROM question_priority`
    : Prisma.sql`SELECT id, priority_id AS heading FROM (${findingPrioritySql(!released, until)}) linked`;
}

/** One row an item that stands in any heading: which, as bits. */
export const placedAt = (axis: Axis, of: Of, placing: Placing): Prisma.Sql => Prisma.sql`
  SELECT x.id, bit_or(1::bigint << (h.at - 1)::int) AS bits
  FROM (${taggedItems(axis, of, placing)}) x
  JOIN unnest(${axis.headings.map(({ id }) => id)}::uuid[]) WITH ORDINALITY AS h(heading, at) ON h.heading = x.heading
  GROUP BY x.id`;
