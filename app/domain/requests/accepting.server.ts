import type { Db } from '~/platform/db.server';
import type { Actor } from '../actor';
import { mergeRecords } from '../curation/commands/merge-records.server';
import { addAnnexReader } from '../knowledge/commands/add-annex-reader.server';
import { admitToCollection } from '../knowledge/commands/admit-to-collection.server';
import { grantFileAccess } from '../knowledge/commands/grant-file-access.server';
import { retractFinding } from '../knowledge/commands/retract-finding.server';
import { partOf, type Part } from '../part.server';
import type { LoadedRequest } from './loaded-request.server';

interface Answer {
  text: string;
  until?: Date | undefined;
}

/** What accepting a request carries out: one operation a kind, the one that does it without a request too. */
export async function whatAccepting(
  tx: Db,
  actor: Actor,
  { row, about }: LoadedRequest,
  { text, until }: Answer,
): Promise<Part | null> {
  const doing = { tx, actor };
  const { reference } = about;
  const reason = text || row.reason;
  switch (row.kind) {
    case 'access': {
      const { askedById: personId, conditions } = row;
      return partOf(grantFileAccess, doing, { reference, personId, until, conditions });
    }
    case 'annex':
      return partOf(addAnnexReader, doing, { noun: about.noun, reference, personId: row.askedById });
    case 'inclusion':
      return partOf(admitToCollection, doing, { slug: about.collection?.slug, reference, note: row.reason });
    case 'deletion':
      return partOf(retractFinding, doing, { reference, reason });
    case 'merge': {
      const into = about.into?.reference;
      return partOf(mergeRecords, doing, { noun: 'finding', reference, into, reason });
    }
  }
}
