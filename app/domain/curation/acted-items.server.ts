import { Prisma } from '~/platform/generated/prisma/client';
import type { Db } from '~/platform/db.server';
import type { Acted } from './actions/action.server';

const TABLES = {
  joinRequest: 'join_request',
  finding: 'finding',
  question: 'question',
  clarification: 'clarification',
  person: 'person',
  organisation: 'organisation',
  termProposal: 'term_proposal',
  referenceLead: 'reference_lead',
} as const;
export type ActedNoun = keyof typeof TABLES;

const tableOf = (noun: string): Prisma.Sql => {
  if (!(noun in TABLES)) throw new Error(`no bulk action is about a ${noun}`);
  return Prisma.raw(TABLES[noun as ActedNoun]);
};

/** Nobody else's command changes the thing until the transaction ends. */
export async function lockItem(tx: Db, noun: string, nounId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM ${tableOf(noun)} WHERE id = ${nounId}::uuid FOR UPDATE`;
}

/** The things that references of one noun stand for, in the order given; unknown ones are left out. */
export async function itemsOf(db: Db, noun: string, references: string[]): Promise<Acted[]> {
  const rows = await db.$queryRaw<{ id: string; reference: string }[]>`
    SELECT t.id, t.reference FROM ${tableOf(noun)} t WHERE t.reference = ANY(${references})
    ORDER BY array_position(${references}::text[], t.reference)`;
  return rows.map(({ id, reference }) => ({ noun, nounId: id, reference }));
}

/** The number of the last fact about each thing, by anybody or by one person. Denied attempts changed nothing. */
export async function lastFacts(
  db: Db,
  noun: string,
  nounIds: string[],
  actorId?: string,
): Promise<Map<string, bigint>> {
  const rows = await db.$queryRaw<{ id: string; last: bigint }[]>`
    SELECT f.noun_id AS id, max(f.number) AS last FROM fact f
    WHERE f.noun = ${noun} AND f.noun_id = ANY(${nounIds}::uuid[]) AND f.name <> 'AttemptWasDenied'
      ${actorId ? Prisma.sql`AND f.actor_id = ${actorId}::uuid` : Prisma.empty} GROUP BY 1`;
  return new Map(rows.map(({ id, last }) => [id, BigInt(last)]));
}
