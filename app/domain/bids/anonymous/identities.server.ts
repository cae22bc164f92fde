import type { Db } from '~/platform/db.server';
import type { Identity } from './identity';

interface Row extends Identity {
  bidId: string;
}

const NOTHING: Identity = { people: [], organisations: [], addresses: [] };

/** Who stands behind bids, in the words that would tell: everybody in the bid and every organisation of it. */
const identities = (db: Db, where: { questionId?: string; bidId?: string }, hiddenAlone: boolean) =>
  db.$queryRaw<Row[]>`
    SELECT b.id AS "bidId",
      array(SELECT p.name FROM bid_member m JOIN person p ON p.id = m.person_id
            WHERE m.bid_id = b.id AND m.declined_at IS NULL) AS people,
      array(SELECT o.name FROM organisation o WHERE o.id = b.organisation_id OR o.id IN (
              SELECT x.organisation_id FROM bid_partner x WHERE x.bid_id = b.id)) AS organisations,
      array(SELECT e.address FROM bid_member m JOIN person_email e ON e.person_id = m.person_id
            WHERE m.bid_id = b.id AND m.declined_at IS NULL)
        || array(SELECT d.domain FROM organisation_domain d WHERE d.organisation_id = b.organisation_id) AS addresses
    FROM bid b
    WHERE (${where.bidId ?? null}::uuid IS NULL OR b.id = ${where.bidId ?? null}::uuid)
      AND (${where.questionId ?? null}::uuid IS NULL OR b.question_id = ${where.questionId ?? null}::uuid)
      AND (NOT ${hiddenAlone} OR soundings.hides_bidders(b.question_id))`;

/** What has to be hidden in one bid now; null where its bidder is shown. */
export async function hiddenIn(db: Db, bidId: string): Promise<Identity | null> {
  const [row] = await identities(db, { bidId }, true);
  return row ?? null;
}

/** The same for all bids of a question, by bid; empty where bidders are shown. */
export const hiddenInBidsOf = async (db: Db, questionId: string): Promise<Map<string, Identity>> =>
  new Map((await identities(db, { questionId }, true)).map((row) => [row.bidId, row]));

/** For the bidders themselves, before they submit. */
export async function identityOf(db: Db, bidId: string): Promise<Identity> {
  const [row] = await identities(db, { bidId }, false);
  return row ?? NOTHING;
}
