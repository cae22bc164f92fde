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

export type StoredReorganisation = WithAlone<Row>;

export async function reorganisationAt(db: Db, reference: string): Promise<StoredReorganisation | null> {
  const row = await db.reorganisation.findUnique({ where: { reference }, include: about });
  if (!row) return null;
  const [whole] = await withAlone(db, [row]);
  return whole ?? null;
}

type WithAlone<Whole extends { parts: object[] }> = Omit<Whole, 'parts'> & {
  parts: (Whole['parts'][number] & { alone: boolean })[];
};

/** Says of each successor whether it has nobody who could answer for it. */
export async function withAlone<Whole extends { id: string; parts: { organisationId: string }[] }>(
  db: Db,
  rows: Whole[],
): Promise<WithAlone<Whole>[]> {
  const alone = await db.$queryRaw<{ key: string }[]>`
    SELECT reorganisation_id || ' ' || organisation_id AS key FROM reorganisation_part
    WHERE reorganisation_id = ANY(${rows.map(({ id }) => id)}::uuid[]) AND side = 'successor'
      AND soundings.successor_is_alone(reorganisation_id, organisation_id)`;
  const keys = new Set(alone.map(({ key }) => key));
  return rows.map((row) => ({
    ...row,
    parts: row.parts.map((part) => ({ ...part, alone: keys.has(`${row.id} ${part.organisationId}`) })),
  }));
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
