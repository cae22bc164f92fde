import type { Db } from '~/platform/db.server';
import type { Prisma } from '~/platform/generated/prisma/client';
import { isPerson, type Actor } from '../../actor';
import { loadFinding, lockedFinding, type LoadedFinding } from '../finding-standing.server';
import { interestInFinding, kindOfInterest } from '../interest-in-finding.server';
import { appraisalStage } from './appraisal';
import type { AppraisalStanding } from './appraisal-policy';

const NEEDED = {
  judgements: { orderBy: { place: 'asc' }, include: { person: { select: { name: true } } } },
} satisfies Prisma.AppraisalInclude;

type Row = Prisma.AppraisalGetPayload<{ include: typeof NEEDED }>;

export interface LoadedAppraisal {
  finding: LoadedFinding;
  version: LoadedFinding['versions'][number];
  /** The appraisal of the current version that runs, or that was agreed. */
  row: Row | null;
  standing: AppraisalStanding;
}

async function appraisalOf(
  db: Db,
  finding: LoadedFinding | null,
  actor: Actor,
): Promise<LoadedAppraisal | null> {
  const version = finding?.versions.find(({ number }) => number === finding.currentNumber);
  if (!finding || !version) return null;
  const row = await db.appraisal.findFirst({
    where: { versionId: version.id, closedAt: null },
    orderBy: { openedAt: 'desc' },
    include: NEEDED,
  });
  const interest = isPerson(actor) ? kindOfInterest(await interestInFinding(db, actor, finding.id)) : null;
  const standing = {
    finding: finding.standing,
    stage: appraisalStage(row),
    interest,
    judgements: row?.judgements ?? [],
    proposedById: row?.proposedById ?? null,
  } satisfies AppraisalStanding;
  return { finding, version, row, standing };
}

export const loadAppraisal = async (
  db: Db,
  reference: string,
  actor: Actor,
): Promise<LoadedAppraisal | null> => appraisalOf(db, await loadFinding(db, reference), actor);

/** The finding's row stays locked, so that two offers or two proposals cannot cross. */
export const lockedAppraisal = async (
  tx: Db,
  reference: string,
  actor: Actor,
): Promise<LoadedAppraisal | null> => appraisalOf(tx, await lockedFinding(tx, reference), actor);
