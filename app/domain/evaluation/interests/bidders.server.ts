import type { Db } from '~/platform/db.server';
import { BODIES } from './bodies.server';

export interface Bidder {
  id: string;
  reference: string;
  name: string;
  kind: 'person' | 'organisation';
}

/**
 * The people and organisations that stand in the bids of an opened question, in the order of the alphabet and
 * tied to no bid: what interests are declared against. Without the bids behind a wall of the reader.
 */
export const biddersOf = (db: Db, questionId: string, readerId: string): Promise<Bidder[]> => db.$queryRaw<
  Bidder[]
>`
  WITH standing AS (
    SELECT b.id, b.organisation_id FROM bid b JOIN question q ON q.id = b.question_id
    WHERE b.question_id = ${questionId}::uuid AND q.opened_at IS NOT NULL AND NOT EXISTS (
      SELECT FROM wall w WHERE w.bid_id = b.id AND w.person_id = ${readerId}::uuid AND w.lifted_at IS NULL) AND EXISTS (
      SELECT FROM bid_submission s WHERE s.bid_id = b.id AND s.replaced_at IS NULL AND s.withdrawn_at IS NULL))
  SELECT p.id, p.reference, p.name, 'person' AS kind FROM person p WHERE p.id IN (
    SELECT m.person_id FROM bid_member m JOIN standing s ON s.id = m.bid_id WHERE m.declined_at IS NULL)
  UNION
  SELECT o.id, o.reference, o.name, 'organisation' FROM organisation o WHERE o.id IN (
    SELECT organisation_id FROM standing
    UNION SELECT x.organisation_id FROM bid_partner x JOIN standing s ON s.id = x.bid_id)
  ORDER BY name`;

/** The bids in which any of these people or organisations stand, or a body that is one with them. */
export async function bidsAbout(db: Db, questionId: string, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db.$queryRaw<{ id: string }[]>`
    WITH ${BODIES}, about AS (
      SELECT id FROM body WHERE one IN (SELECT one FROM body WHERE id = ANY(${ids}::uuid[])))
    SELECT b.id FROM bid b WHERE b.question_id = ${questionId}::uuid AND (
      b.organisation_id IN (SELECT id FROM about)
      OR EXISTS (SELECT FROM bid_member m WHERE m.bid_id = b.id AND m.declined_at IS NULL AND m.person_id = ANY(${ids}::uuid[]))
      OR EXISTS (SELECT FROM bid_partner x WHERE x.bid_id = b.id AND x.organisation_id IN (SELECT id FROM about)))`;
  return rows.map(({ id }) => id);
}
