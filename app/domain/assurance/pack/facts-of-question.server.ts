import type { Db } from '~/platform/db.server';
import { readableNames } from '../../audit/fact-audience';
import { KEPT_APART, SHOWN } from '../../awards/file/facts-on-file.server';
import type { ChainSegment, Fields, PackRecord } from './pack';

interface FactRow {
  id: string;
  name: string;
  command: string;
  actorId: string | null;
  noun: string;
  nounId: string;
  at: Date;
  data: Fields;
  commitment: Uint8Array | null;
  hash: Uint8Array;
  position: bigint | null;
}

interface EntryRow {
  head: bigint;
  position: bigint;
  hash: Uint8Array;
  chain: Uint8Array;
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/**
 * The facts of a question that its file tells, and with `judged` those of its bids. Who asked, watched or was
 * suspected is told by none of them.
 */
export async function factsOfQuestion(
  db: Db,
  questionId: string,
  { judged }: { judged: boolean },
): Promise<PackRecord[]> {
  const told = [...new Set([...SHOWN, ...(readableNames('team') ?? [])])];
  const rows = await db.$queryRaw<FactRow[]>`
    WITH told AS (SELECT id FROM award WHERE question_id = ${questionId}::uuid),
    bids AS (SELECT b.id FROM bid b WHERE ${judged} AND b.question_id = ${questionId}::uuid AND EXISTS (
      SELECT FROM bid_submission s WHERE s.bid_id = b.id AND s.replaced_at IS NULL AND s.withdrawn_at IS NULL))
    SELECT f.id, f.name, f.command, f.actor_id AS "actorId", f.noun, f.noun_id AS "nounId", f.at, f.data, f.commitment,
      f.hash, f.position
    FROM fact f WHERE f.name <> ALL(${KEPT_APART}) AND (
      (f.noun = 'question' AND f.noun_id = ${questionId}::uuid AND (f.name = ANY(${told})
        OR f.command LIKE 'evaluation.%' OR f.command LIKE 'awards.%' OR f.command LIKE 'assurance.%'))
      OR (f.noun = 'bid' AND f.noun_id IN (SELECT id FROM bids)
        AND (f.name = 'BidWasSubmitted' OR f.command LIKE 'evaluation.%' OR f.command LIKE 'awards.%'))
      OR (f.noun = 'clarification' AND f.name = 'ClarificationWasAnswered' AND f.noun_id IN (
        SELECT id FROM clarification WHERE question_id = ${questionId}::uuid))
      OR (f.noun = 'award' AND f.noun_id IN (SELECT id FROM told))
      OR (f.noun = 'deliverable' AND f.noun_id IN (SELECT d.id FROM deliverable d
            JOIN milestone m ON m.id = d.milestone_id WHERE m.award_id IN (SELECT id FROM told))))
    ORDER BY f.number`;
  return rows.map(({ at, commitment, hash, position, ...fact }) => ({
    key: fact.id,
    fields: {
      position: position === null ? null : Number(position),
      ...fact,
      at: at.toISOString(),
      commitment: commitment && hex(commitment),
      hash: hex(hash),
    },
  }));
}

interface HeadRow {
  first: bigint;
  position: bigint;
  chain: Uint8Array;
  signedAt: Date;
  signature: Uint8Array;
}

/** For each of these facts the way through the chain to the next signed head: what proves that it stands in it. */
export async function chainOfFacts(db: Db, facts: readonly PackRecord[]): Promise<ChainSegment[]> {
  const positions = facts.flatMap(({ fields }) =>
    typeof fields['position'] === 'number' ? [BigInt(fields['position'])] : [],
  );
  const heads = await db.$queryRaw<HeadRow[]>`
    SELECT min(p.position) AS first, h.position, h.chain, h.signed_at AS "signedAt", h.signature
    FROM unnest(${positions}::bigint[]) AS p(position), LATERAL (
      SELECT * FROM audit_head h WHERE h.position >= p.position ORDER BY h.position LIMIT 1) h
    GROUP BY h.position, h.chain, h.signed_at, h.signature ORDER BY h.position`;
  const entries = await db.$queryRaw<EntryRow[]>`
    SELECT r.last AS head, f.position, f.hash, f.chain
    FROM unnest(${heads.map(({ first }) => first)}::bigint[], ${heads.map(({ position }) => position)}::bigint[])
      AS r(first, last)
    JOIN fact f ON f.position BETWEEN r.first - 1 AND r.last ORDER BY f.position`;
  const byHead = new Map<bigint, EntryRow[]>();
  for (const entry of entries) byHead.set(entry.head, [...(byHead.get(entry.head) ?? []), entry]);
  return heads.map(({ first, position, chain, signedAt, signature }) => {
    const within = byHead.get(position) ?? [];
    const before = within.find((entry) => entry.position < first);
    return {
      before: before ? hex(before.chain) : '0'.repeat(64),
      entries: within
        .filter((entry) => entry.position >= first)
        .map((entry) => ({ position: Number(entry.position), hash: hex(entry.hash) })),
      head: {
        position: Number(position),
        chain: hex(chain),
        signedAt: signedAt.toISOString(),
        signature: Buffer.from(signature).toString('base64'),
      },
    };
  });
}
