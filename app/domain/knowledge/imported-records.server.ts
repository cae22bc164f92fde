import type { Db } from '~/platform/db.server';

/** One reference that is taken in, with the identities that were made for it. */
export interface ImportedRecord {
  record: {
    title: string;
    authors: string[];
    year: number | null;
    kind: string;
    venue: string;
    volume: string | null;
    issue: string | null;
    pages: string | null;
    publisher: string | null;
    doi: string | null;
    verified: boolean;
  };
  termIds: string[];
  findingId: string;
  findingReference: string;
  versionId: string;
  workId: string;
  workReference: string;
  releaseId: string;
}

interface Import {
  by: string;
  reason: string;
  now: Date;
}

/** One statement a table, however many records. Their authors are names only, never accounts. */
export async function insertRecords(tx: Db, records: ImportedRecord[], { by, reason, now }: Import): Promise<void> {
  const about = ({ title, year, kind, venue, volume, issue, pages, publisher, doi }: ImportedRecord['record']) => ({
    title,
    year,
    kind,
    venue,
    volume,
    issue,
    pages,
    publisher,
    doi,
  });
  const names = ({ record }: ImportedRecord) => record.authors.map((name, index) => ({ position: index + 1, name }));
  await tx.work.createMany({
    data: records.map(({ record, workId, workReference }) => ({
      ...about(record),
      id: workId,
      reference: workReference,
      verified: record.verified,
      createdAt: now,
    })),
  });
  await tx.workAuthor.createMany({
    data: records.flatMap((one) => names(one).map((author) => ({ ...author, workId: one.workId }))),
  });
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
    data: records.map(({ record, findingId, versionId }) => ({
      ...about(record),
      id: versionId,
      findingId,
      number: 1,
      createdAt: now,
      createdById: by,
      submittedAt: now,
      publishedAt: now,
      publishedById: by,
    })),
  });
  await tx.findingAuthor.createMany({
    data: records.flatMap((one) => names(one).map((author) => ({ ...author, versionId: one.versionId }))),
  });
  await tx.findingTerm.createMany({
    data: records.flatMap(({ findingId, termIds }) => termIds.map((termId) => ({ findingId, termId }))),
  });
  await tx.release.createMany({
    data: records.map(({ findingId, releaseId }) => ({
      id: releaseId,
      noun: 'finding',
      nounId: findingId,
      releasedAt: now,
      releasedById: by,
      reason,
    })),
  });
}
