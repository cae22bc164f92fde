import type { Db } from '~/platform/db.server';

interface Hold {
  id: string;
  reason: string;
  words: string;
  placedOn: Date;
  placedBy: string;
  endsOn: Date;
  liftedAt: Date | null;
}

interface LoadedClock {
  rights: string;
  protocol: boolean;
  signedOffOn: Date;
  sightEndsOn: Date | null;
  dueOn: Date;
  releasedAt: Date | null;
  /** No protocol of the same award waits for its release: neither one to come nor one signed off. */
  protocolIsOut: boolean;
  holds: Hold[];
}

type Stored = Omit<Hold, 'placedOn' | 'endsOn' | 'liftedAt'> & {
  placedOn: string;
  endsOn: string;
  liftedAt: string | null;
};

/** The publication clock of a deliverable with its holds, oldest first, in one statement. */
export async function clockOf(db: Db, deliverableId: string): Promise<LoadedClock | null> {
  const [row] = await db.$queryRaw<(Omit<LoadedClock, 'holds'> & { holds: Stored[] })[]>`
    SELECT c.rights, c.protocol, c.signed_off_on AS "signedOffOn", c.sight_ends_on AS "sightEndsOn",
      c.due_on AS "dueOn", c.released_at AS "releasedAt",
      NOT EXISTS (SELECT FROM deliverable d JOIN milestone own ON own.id = d.milestone_id
        JOIN milestone m ON m.award_id = own.award_id AND m.cancelled_at IS NULL AND m.id <> own.id
        JOIN milestone_kind k ON k.code = m.kind_code AND k.protocol
        WHERE d.id = c.deliverable_id AND NOT EXISTS (
          SELECT FROM deliverable p JOIN publication_clock pc ON pc.deliverable_id = p.id
          WHERE p.milestone_id = m.id AND pc.released_at IS NOT NULL)) AS "protocolIsOut",
      COALESCE((SELECT jsonb_agg(jsonb_build_object('id', h.id, 'reason', h.reason, 'words', h.words,
          'placedOn', h.placed_on, 'placedBy', p.name, 'endsOn', h.ends_on, 'liftedAt', h.lifted_at)
          ORDER BY h.placed_on, h.id)
        FROM publication_hold h JOIN person p ON p.id = h.placed_by_id
        WHERE h.deliverable_id = c.deliverable_id), '[]') AS holds
    FROM publication_clock c WHERE c.deliverable_id = ${deliverableId}::uuid`;
  return row
    ? {
        ...row,
        holds: row.holds.map((hold) => ({
          ...hold,
          placedOn: new Date(hold.placedOn),
          endsOn: new Date(hold.endsOn),
          liftedAt: hold.liftedAt === null ? null : new Date(hold.liftedAt),
        })),
      }
    : null;
}
