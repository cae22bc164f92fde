import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';
import { bidContent, type BidContent } from '../content/bid-content';
import { encryptStale, readStale, type StoredDraft } from './draft-vault.server';

/** By section: the content in which that section is as its writer typed it. */
const kept = z.record(z.string(), bidContent);
export type StaleSections = z.infer<typeof kept>;

/** What a person typed on older revisions and has not chosen about yet; empty when there is nothing. */
export async function staleSections(db: Db, bid: StoredDraft, personId: string): Promise<StaleSections> {
  const row = await db.bidStaleSave.findUnique({ where: { bidId_personId: { bidId: bid.id, personId } } });
  return row ? kept.parse(readStale(bid, personId, row.draft)) : {};
}

interface Stale {
  personId: string;
  section: string;
  typed: BidContent;
  base: number;
}

/** Adds to what is kept; a second stale save of one section replaces the first, which it grew out of. */
export async function keepStaleSave(tx: Db, bid: StoredDraft, stale: Stale, now: Date): Promise<void> {
  const all = { ...(await staleSections(tx, bid, stale.personId)), [stale.section]: stale.typed };
  await writeStale(tx, bid, stale.personId, all, stale.base, now);
}

export async function forgetStaleSection(
  tx: Db,
  bid: StoredDraft,
  personId: string,
  section: string,
  now: Date,
) {
  const { [section]: _chosen, ...rest } = await staleSections(tx, bid, personId);
  if (Object.keys(rest).length > 0) return writeStale(tx, bid, personId, rest, bid.revision, now);
  await tx.bidStaleSave.deleteMany({ where: { bidId: bid.id, personId } });
}

async function writeStale(
  tx: Db,
  bid: StoredDraft,
  personId: string,
  all: StaleSections,
  base: number,
  now: Date,
) {
  const draft = encryptStale(bid, personId, all);
  await tx.bidStaleSave.upsert({
    where: { bidId_personId: { bidId: bid.id, personId } },
    create: { id: newId(), bidId: bid.id, personId, baseRevision: base, draft, savedAt: now },
    update: { baseRevision: base, draft, savedAt: now },
  });
}
