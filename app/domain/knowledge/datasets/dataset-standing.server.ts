import type { Db } from '~/platform/db.server';
import { refuseField, type Refusal } from '../../refusal';
import type { DatasetInput } from './dataset-form';
import type { DatasetStanding } from './dataset-policy';

export interface LoadedDataset {
  id: string;
  reference: string;
  standing: DatasetStanding;
}

/** A dataset with what its policy asks, its row locked. */
export async function lockedDataset(tx: Db, reference: string): Promise<LoadedDataset | null> {
  await tx.$queryRaw`SELECT id FROM dataset WHERE reference = ${reference} FOR UPDATE`;
  const row = await tx.dataset.findUnique({ where: { reference } });
  if (!row) return null;
  const { id, ownerId, createdById, confirmedAt } = row;
  return { id, reference, standing: { ownerId, createdById, confirmed: confirmedAt !== null } };
}

/** The ids that a form's choices stand for, or which of them is none. */
export async function chosenIn(
  tx: Db,
  { organisation, threatAreas }: Pick<DatasetInput, 'organisation' | 'threatAreas'>,
): Promise<{ organisationId: string; termIds: string[] } | Refusal> {
  const holder = await tx.organisation.findFirst({ where: { reference: organisation, mergedIntoId: null } });
  if (!holder) return refuseField('OrganisationIsUnknown', 'organisation', 'Choose who holds the data');
  const terms = await tx.term.findMany({
    where: { scheme: 'threatArea', slug: { in: threatAreas }, retiredAt: null },
    select: { id: true },
  });
  if (terms.length < new Set(threatAreas).size)
    return refuseField('TermIsUnknown', 'threatAreas', 'One of these is no longer in use. Choose again');
  return { organisationId: holder.id, termIds: terms.map(({ id }) => id) };
}

export async function replaceTerms(tx: Db, datasetId: string, termIds: readonly string[]): Promise<void> {
  await tx.datasetTerm.deleteMany({ where: { datasetId } });
  await tx.datasetTerm.createMany({ data: termIds.map((termId) => ({ datasetId, termId })) });
}
