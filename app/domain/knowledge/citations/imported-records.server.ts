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
    webAddress: string | null;
    licence: string;
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

const aboutOf = ({ record }: ImportedRecord) => {
  const { title, year, kind, venue, volume, issue, pages, publisher, doi, webAddress } = record;
  return { title, year, kind, venue, volume, issue, pages, publisher, doi, webAddress };
};
const namesOf = ({ record }: ImportedRecord) =>
  record.authors.map((name, index) => ({ position: index + 1, name }));

/** One statement a table, however many records. Their authors are names only, never accounts. */
export async function insertRecords(tx: Db, records: ImportedRecord[], about: Import): Promise<void> {
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

async function insertWorks(tx: Db, records: ImportedRecord[], { now }: Import): Promise<void> {
  await tx.work.createMany({
    data: records.map((one) => ({
      ...aboutOf(one),
      id: one.workId,
      reference: one.workReference,
      verified: one.record.verified,
      createdAt: now,
    })),
  });
  await tx.workAuthor.createMany({
    data: records.flatMap((one) => namesOf(one).map((author) => ({ ...author, workId: one.workId }))),
  });
}

async function insertFindings(tx: Db, records: ImportedRecord[], { by, now }: Import): Promise<void> {
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
