import type { Db } from '~/platform/db.server';
import type { ImportableRecord } from './record-to-import';

/** One reference that is taken in, with the identities that were made for it. */
export interface RecordToInsert {
  record: ImportableRecord;
  termIds: string[];
  findingId: string;
  findingReference: string;
  versionId: string;
  workId: string;
  /** Null when its work is in the shared bibliography already. */
  workReference: string | null;
  releaseId: string;
}

interface Import {
  by: string;
  reason: string;
  now: Date;
}

interface Identities {
  newId: () => string;
  newReference: () => string;
}

/** A record with identities of its own; `heldWorkId` is the work that others already know it by. */
export const toInsert = (
  record: ImportableRecord,
  terms: ReadonlyMap<string, string>,
  { newId, newReference }: Identities,
  heldWorkId?: string,
): RecordToInsert => ({
  record,
  termIds: record.threatAreas.flatMap((slug) => terms.get(slug) ?? []),
  findingId: newId(),
  findingReference: newReference(),
  versionId: newId(),
  workId: heldWorkId ?? newId(),
  workReference: heldWorkId ? null : newReference(),
  releaseId: newId(),
});

/** What becomes known of each finding that is made. */
export const importFacts = (findingId: string) => [
  { name: 'FindingWasImported', noun: 'finding' as const, nounId: findingId },
  { name: 'FindingWasReleased', noun: 'finding' as const, nounId: findingId, data: { number: 1 } },
];

const aboutOf = ({ record }: RecordToInsert) => {
  const { title, year, kind, venue, volume, issue, pages, publisher, doi, webAddress } = record;
  return { title, year, kind, venue, volume, issue, pages, publisher, doi, webAddress };
};
const namesOf = ({ record }: RecordToInsert) =>
  record.authors.map((name, index) => ({ position: index + 1, name }));

/** One statement a table, however many records. Their authors are names only, never accounts. */
export async function insertRecords(tx: Db, records: RecordToInsert[], about: Import): Promise<void> {
  await insertWorks(tx, records, about);
  await insertFindings(tx, records, about);
  await tx.findingTerm.createMany({
    data: records.flatMap(({ findingId, termIds }) => termIds.map((termId) => ({ findingId, termId }))),
  });
  await tx.release.createMany({
    data: records.map(({ findingId, releaseId }) => ({
      id: releaseId,
      noun: 'finding',
      nounId: findingId,
      releasedAt: about.now,
      releasedById: about.by,
      reason: about.reason,
    })),
  });
}

async function insertWorks(tx: Db, records: RecordToInsert[], { now }: Import): Promise<void> {
  const fresh = records.flatMap((one) => (one.workReference ? [{ one, reference: one.workReference }] : []));
  await tx.work.createMany({
    data: fresh.map(({ one, reference }) => ({
      ...aboutOf(one),
      id: one.workId,
      reference,
      verified: one.record.verified,
      createdAt: now,
    })),
  });
  await tx.workAuthor.createMany({
    data: fresh.flatMap(({ one }) => namesOf(one).map((author) => ({ ...author, workId: one.workId }))),
  });
}

async function insertFindings(tx: Db, records: RecordToInsert[], { by, now }: Import): Promise<void> {
  await tx.finding.createMany({
    data: records.map(({ findingId, findingReference, workId }) => ({
      id: findingId,
      reference: findingReference,
      workId,
      submittedById: by,
      bibliographic: true,
      currentNumber: 1,
      createdAt: now,
      publishedAt: now,
      releasedAt: now,
    })),
  });
  await tx.findingVersion.createMany({
    data: records.map((one) => ({
      ...aboutOf(one),
      id: one.versionId,
      findingId: one.findingId,
      number: 1,
      licence: one.record.licence,
      createdAt: now,
      createdById: by,
      submittedAt: now,
      publishedAt: now,
      publishedById: by,
    })),
  });
  await tx.findingAuthor.createMany({
    data: records.flatMap((one) => namesOf(one).map((author) => ({ ...author, versionId: one.versionId }))),
  });
}
