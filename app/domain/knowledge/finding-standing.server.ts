import type { Db } from '~/platform/db.server';
import type { Prisma } from '~/platform/generated/prisma/client';
import { stateOf, versionStateOf } from './finding';
import type { FindingStanding } from './finding-policy';

const NEEDED = {
  versions: { orderBy: { number: 'desc' }, include: { authors: { orderBy: { position: 'asc' } } } },
} satisfies Prisma.FindingInclude;

type Row = Prisma.FindingGetPayload<{ include: typeof NEEDED }>;
export type Version = Row['versions'][number];

export interface LoadedFinding extends Row {
  standing: FindingStanding;
  /** The version of the highest number. */
  latest: Version;
  /** The version that is not decided yet: draft, submitted or returned. */
  open: Version | null;
}

export const isUndecided = (version: { publishedAt: Date | null; declinedAt: Date | null }): boolean =>
  !version.publishedAt && !version.declinedAt;

/** The finding with what its policies need; the row stays locked until the transaction ends. */
export async function lockedFinding(tx: Db, reference: string): Promise<LoadedFinding | null> {
  await tx.$queryRaw`SELECT id FROM finding WHERE reference = ${reference} FOR UPDATE`;
  return loadFinding(tx, reference);
}

export async function loadFinding(db: Db, reference: string): Promise<LoadedFinding | null> {
  const row = await db.finding.findUnique({ where: { reference }, include: NEEDED });
  const latest = row?.versions[0];
  if (!row || !latest) return null;
  return { ...row, latest, open: row.versions.find(isUndecided) ?? null, standing: standingOf(row, latest) };
}

type Standing = Pick<Row, 'submittedById' | 'publishedAt' | 'releasedAt' | 'supersededAt' | 'retractedAt'> & {
  versions: Pick<Version, 'submittedAt' | 'returnedAt' | 'declinedAt' | 'publishedAt' | 'createdById'>[];
};

/** What the policies ask, from a row whose versions are listed latest first. */
export function standingOf(row: Standing, latest: Standing['versions'][number]): FindingStanding {
  const open = row.versions.find(isUndecided);
  return {
    submittedById: row.submittedById,
    state: stateOf(row, latest),
    everPublished: row.publishedAt !== null,
    everSubmitted: row.versions.some((version) => version.submittedAt !== null),
    released: row.releasedAt !== null,
    open: open ? { state: versionStateOf(open), createdById: open.createdById } : null,
  };
}
