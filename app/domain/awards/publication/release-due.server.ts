import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import type { FactDraft } from '../../fact';

const TODAY = Prisma.sql`soundings.now()::date`;

interface Released {
  deliverableId: string;
  awardId: string;
}

const factsOf = (name: string, rows: Released[]): FactDraft[] =>
  rows.map(({ deliverableId, awardId }) => ({
    name,
    noun: 'deliverable',
    nounId: deliverableId,
    data: { awardId },
  }));

/** Releases what is due by the database’s clock: no hold stands, sight is over, and the protocol came first. */
async function release(tx: Db, protocols: boolean): Promise<Released[]> {
  return tx.$queryRaw<Released[]>`
    UPDATE publication_clock c SET released_at = soundings.now()
    FROM deliverable d JOIN milestone own ON own.id = d.milestone_id
    WHERE d.id = c.deliverable_id AND c.released_at IS NULL AND c.protocol = ${protocols}
      AND c.due_on <= ${TODAY} AND coalesce(c.sight_ends_on, c.due_on) <= ${TODAY}
      AND NOT EXISTS (SELECT FROM publication_hold h
                      WHERE h.deliverable_id = c.deliverable_id AND h.lifted_at IS NULL AND h.ends_on > ${TODAY})
      AND (${protocols} OR NOT EXISTS (
        SELECT FROM milestone m JOIN milestone_kind k ON k.code = m.kind_code AND k.protocol
        WHERE m.award_id = own.award_id AND m.cancelled_at IS NULL AND NOT EXISTS (
          SELECT FROM deliverable p JOIN publication_clock pc ON pc.deliverable_id = p.id
          WHERE p.milestone_id = m.id AND pc.released_at IS NOT NULL)))
    RETURNING c.deliverable_id AS "deliverableId", own.award_id AS "awardId"`;
}

async function endedHolds(tx: Db): Promise<FactDraft[]> {
  const rows = await tx.$queryRaw<(Released & { holdId: string })[]>`
    SELECT h.deliverable_id AS "deliverableId", m.award_id AS "awardId", h.id AS "holdId"
    FROM publication_hold h JOIN deliverable d ON d.id = h.deliverable_id JOIN milestone m ON m.id = d.milestone_id
    WHERE h.lifted_at IS NULL AND h.ends_on <= ${TODAY} AND NOT EXISTS (
      SELECT FROM fact f WHERE f.noun = 'deliverable' AND f.noun_id = d.id AND f.name = 'PublicationHoldHasEnded'
        AND f.data->>'holdId' = h.id::text)
    LIMIT 100`;
  return rows.map(({ deliverableId, awardId, holdId }) => ({
    name: 'PublicationHoldHasEnded',
    noun: 'deliverable',
    nounId: deliverableId,
    data: { awardId, holdId },
  }));
}

/** What the publication clocks do by themselves. Protocols go first, so that a report does not wait a turn. */
export async function releaseDue(tx: Db): Promise<FactDraft[]> {
  const ended = await endedHolds(tx);
  const protocols = await release(tx, true);
  const others = await release(tx, false);
  return [...ended, ...factsOf('DeliverableWasReleased', [...protocols, ...others])];
}
