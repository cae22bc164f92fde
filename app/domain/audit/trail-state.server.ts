import type { Db } from '~/platform/db.server';

export interface TrailState {
  /** Facts in the chain, and those that the sealer has not reached yet. */
  chained: number;
  unsealed: number;
  head: { position: number; chain: string; signedAt: Date; keyId: string } | null;
}

export async function trailState(db: Db): Promise<TrailState> {
  const [row] = await db.$queryRaw<
    {
      chained: number;
      unsealed: number;
      position: number | null;
      chain: string;
      signedAt: Date;
      keyId: string;
    }[]
  >`
    SELECT coalesce((SELECT max(position) FROM fact), 0)::int AS chained,
      (SELECT count(*)::int FROM fact WHERE position IS NULL) AS unsealed,
      h.position::int, encode(h.chain, 'hex') AS chain, h.signed_at AS "signedAt", h.key_id AS "keyId"
    FROM (SELECT 1) one LEFT JOIN LATERAL (SELECT * FROM audit_head ORDER BY position DESC LIMIT 1) h ON TRUE`;
  if (!row) return { chained: 0, unsealed: 0, head: null };
  const { chained, unsealed, position, ...head } = row;
  return { chained, unsealed, head: position === null ? null : { position, ...head } };
}
