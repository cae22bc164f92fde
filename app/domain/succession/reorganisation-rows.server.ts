import type { Db } from '~/platform/db.server';
import type { Prisma } from '~/platform/generated/prisma/client';

const about = {
  parts: {
    orderBy: [{ side: 'asc' }, { organisation: { name: 'asc' } }],
    include: {
      organisation: { select: { id: true, reference: true, name: true, closedAt: true } },
      person: { select: { id: true, reference: true, name: true } },
    },
  },
} as const satisfies Prisma.ReorganisationInclude;

type Row = Prisma.ReorganisationGetPayload<{ include: typeof about }>;

export type StoredReorganisation = Omit<Row, 'parts'> & {
  parts: (Row['parts'][number] & { alone: boolean })[];
};

export async function reorganisationAt(db: Db, reference: string): Promise<StoredReorganisation | null> {
  const row = await db.reorganisation.findUnique({ where: { reference }, include: about });
  if (!row) return null;
  const alone = await db.$queryRaw<{ id: string }[]>`
    SELECT organisation_id AS id FROM reorganisation_part WHERE reorganisation_id = ${row.id}::uuid
      AND side = 'successor' AND soundings.successor_is_alone(reorganisation_id, organisation_id)`;
  const ids = new Set(alone.map(({ id }) => id));
  return { ...row, parts: row.parts.map((part) => ({ ...part, alone: ids.has(part.organisationId) })) };
}

/** Locked, so that what is decided about it is decided one after another. */
export async function lockedReorganisation(tx: Db, reference: string): Promise<StoredReorganisation | null> {
  await tx.$queryRaw`SELECT id FROM reorganisation WHERE reference = ${reference} FOR UPDATE`;
  return reorganisationAt(tx, reference);
}

export const sideOf = ({ parts }: StoredReorganisation, side: 'predecessor' | 'successor') =>
  parts.filter((part) => part.side === side);

export const idsOn = (reorganisation: StoredReorganisation, side: 'predecessor' | 'successor'): string[] =>
  sideOf(reorganisation, side).map(({ organisationId }) => organisationId);

/** Facts about a reorganisation stand in the history of every organisation in it: both sides see it. */
export const factsOfAll = (
  { id, parts }: StoredReorganisation,
  name: string,
  data: Record<string, string | number> = {},
) =>
  parts.map(({ organisationId }) => ({
    ...{ name, noun: 'organisation' as const, nounId: organisationId },
    data: { reorganisationId: id, ...data },
  }));

/** How much is held, by kind, that everybody in it may know of. */
export interface HeldCount {
  kind: string;
  holderId: string;
  count: number;
}

export const heldCounts = (db: Db, organisationIds: string[]): Promise<HeldCount[]> => db.$queryRaw`
  SELECT h.kind, h.holder_id AS "holderId", count(*)::int AS count FROM soundings.held_item h
  WHERE h.holder_id = ANY(${organisationIds}::uuid[]) AND h.label IS NOT NULL
  GROUP BY h.kind, h.holder_id ORDER BY h.kind, h.holder_id`;
