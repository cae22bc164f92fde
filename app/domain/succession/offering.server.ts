import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';

interface Offer {
  reorganisationId: string;
  /** Whose things. */
  fromIds: string[];
  toId: string;
  byId: string;
  now: Date;
  /** Once it is confirmed: by when the other side answers. */
  days: { answerBy: Date; escalateOn: Date } | null;
  kind?: string;
  items?: string[];
}

/**
 * Offers what is still held to a successor: what another was offered and has not answered is withdrawn from them. Says
 * how many things are offered anew. A person's name is not written down: no erasure would reach it.
 */
export async function offerHeld(tx: Db, offer: Offer): Promise<number> {
  const { reorganisationId, fromIds, toId, byId, now, days, kind, items } = offer;
  const chosen = Prisma.sql`
    SELECT h.kind, h.item, h.label, h.path, h.holder_id FROM soundings.held_item h
    WHERE h.holder_id = ANY(${fromIds}::uuid[]) AND h.label IS NOT NULL
      AND (${kind ?? null}::text IS NULL OR h.kind = ${kind ?? null})
      AND (${items ?? null}::text[] IS NULL OR h.item = ANY(${items ?? []}::text[]))`;
  await tx.$executeRaw`
    UPDATE handover o SET answer = 'withdrawn', answered_by_id = ${byId}::uuid, answered_at = ${now}
    FROM (${chosen}) c WHERE o.reorganisation_id = ${reorganisationId}::uuid AND o.answer IS NULL
      AND o.kind = c.kind AND o.item = c.item AND o.from_id = c.holder_id AND o.to_id <> ${toId}::uuid`;
  return tx.$executeRaw`
    INSERT INTO handover (id, reorganisation_id, kind, item, label, path, from_id, to_id, proposed_by_id, proposed_at,
      answer_by, escalate_on)
    SELECT gen_random_uuid(), ${reorganisationId}::uuid, c.kind, c.item,
      CASE WHEN c.kind = 'affiliation' THEN '' ELSE c.label END, c.path, c.holder_id, ${toId}::uuid,
      ${byId}::uuid, ${now}, ${days?.answerBy ?? null}::date, ${days?.escalateOn ?? null}::date
    FROM (${chosen}) c WHERE NOT EXISTS (SELECT FROM handover o
      WHERE o.reorganisation_id = ${reorganisationId}::uuid AND o.kind = c.kind AND o.item = c.item
        AND o.from_id = c.holder_id AND (o.answer IS NULL OR o.answer = 'accepted'))`;
}

/** Live things of these organisations that nobody was offered, or that were declined by everybody so far. */
export async function notOffered(tx: Db, reorganisationId: string, fromIds: string[]): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM soundings.held_item h
    WHERE h.holder_id = ANY(${fromIds}::uuid[]) AND h.label IS NOT NULL AND NOT EXISTS (SELECT FROM handover o
      WHERE o.reorganisation_id = ${reorganisationId}::uuid AND o.kind = h.kind AND o.item = h.item
        AND o.from_id = h.holder_id AND o.answer IS NULL)`;
  return row?.count ?? 0;
}
