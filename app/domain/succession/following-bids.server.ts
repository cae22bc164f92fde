import type { Db } from '~/platform/db.server';
import { idsOn, type StoredReorganisation } from './reorganisation-rows.server';

/**
 * Bids that nobody may count go with the person who leads them, or, where that person went nowhere, to the first of the
 * successors. Nobody is asked: an offer would tell that there is a bid.
 */
export async function letFollow(
  tx: Db,
  reorganisation: StoredReorganisation,
  { now, byId }: { now: Date; byId: string },
): Promise<void> {
  const heirs = idsOn(reorganisation, 'successor');
  const [first] = heirs;
  if (!first) return;
  await tx.$executeRaw`
    INSERT INTO handover (id, reorganisation_id, kind, item, label, from_id, to_id, proposed_by_id, proposed_at, answer,
      answered_by_id, answered_at, followed)
    SELECT gen_random_uuid(), ${reorganisation.id}::uuid, h.kind, h.item, '', h.holder_id,
      coalesce((SELECT a.organisation_id FROM bid b JOIN affiliation a ON a.person_id = b.lead_id AND a.ends_on IS NULL
          AND a.organisation_id = ANY(${heirs}::uuid[])
        WHERE b.id = split_part(h.item, ':', 1)::uuid ORDER BY a.starts_on DESC, a.id LIMIT 1), ${first}::uuid),
      ${byId}::uuid, ${now}, 'accepted', ${byId}::uuid, ${now}, true
    FROM soundings.held_item h
    WHERE h.label IS NULL AND h.holder_id = ANY(${idsOn(reorganisation, 'predecessor')}::uuid[])`;
}
