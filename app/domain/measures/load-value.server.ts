import type { Db } from '~/platform/db.server';
import type { Actor } from '../actor';
import { findingsVisibleTo } from '../knowledge/finding-visibility.server';
import { datasetsVisibleSql } from '../knowledge/datasets/dataset-visibility.server';
import { impactsVisibleTo } from '../ratings/impact/impact-visibility.server';

/** A figure with what its checks ask; its measure's row is locked. */
export async function lockedValue(tx: Db, reference: string) {
  await tx.$queryRaw`SELECT m.id FROM measure m JOIN measure_value v ON v.measure_id = m.id
    WHERE v.reference = ${reference} FOR UPDATE OF m`;
  return tx.measureValue.findUnique({
    where: { reference },
    select: {
      ...{ id: true, reference: true, recordedById: true, startsOn: true },
      measure: { select: { id: true, reference: true, ownerId: true, createdById: true } },
      checks: { select: { step: true } },
      supersededBy: { select: { id: true } },
    },
  });
}

export interface Evidence {
  findingId?: string;
  datasetId?: string;
  impactId?: string;
  address?: string;
}

const WEB = /^https?:\/\/[^\s/]+\S*$/i;

/** What a reference or an address of evidence stands for, among what this person may know; null for nothing. */
export async function evidenceOf(
  tx: Db,
  actor: Actor,
  given: string,
  reference: string | null,
): Promise<Evidence | null> {
  if (WEB.test(given)) return { address: given };
  if (reference === null) return null;
  const select = { id: true };
  const finding = await tx.finding.findFirst({
    where: { AND: [{ reference }, findingsVisibleTo(actor)] },
    select,
  });
  if (finding) return { findingId: finding.id };
  const [dataset] = await tx.$queryRaw<{ id: string }[]>`
    SELECT d.id FROM dataset d WHERE d.reference = ${reference} AND ${datasetsVisibleSql(actor)}`;
  if (dataset) return { datasetId: dataset.id };
  const impact = await tx.impactRecord.findFirst({
    where: { AND: [{ reference }, impactsVisibleTo(actor)] },
    select,
  });
  return impact && { impactId: impact.id };
}
