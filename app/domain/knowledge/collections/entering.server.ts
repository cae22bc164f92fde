import type { Db } from '~/platform/db.server';
import { isPerson, type Actor } from '../../actor';
import type { Accepted, Saving, Situation } from '../../command.server';
import { isAllowed } from '../../policy';
import { refuse, refuseField, type Refusal } from '../../refusal';
import { maySeeFinding } from '../finding-policy';
import { lockedFinding, type LoadedFinding } from '../finding-standing.server';
import { lockedCollection, type LoadedCollection } from './collection-standing.server';

export interface Entering {
  collection: LoadedCollection;
  /** Null when there is no such finding, or the one who asks may not know of it. */
  finding: LoadedFinding | null;
  isIn: boolean;
}

export async function loadEntering(
  tx: Db,
  actor: Actor,
  { slug, reference }: { slug: string; reference: string },
): Promise<Entering | null> {
  const collection = await lockedCollection(tx, slug);
  if (!collection) return null;
  const found = await lockedFinding(tx, reference);
  const finding = found && isAllowed(maySeeFinding(actor, found.standing)) ? found : null;
  const where = { collectionId: collection.id, findingId: finding?.id ?? collection.id, removedAt: null };
  return { collection, finding, isIn: (await tx.collectionEntry.count({ where })) > 0 };
}

/** Why a finding cannot come into a collection, whoever asks. */
export function whyNotIn({ finding, isIn }: Entering): Refusal | null {
  if (!finding) return refuseField('NoSuchFinding', 'reference', 'There is no finding with this reference');
  if (!finding.publishedAt || finding.retractedAt || finding.mergedIntoId)
    return refuseField('FindingDoesNotStand', 'reference', 'Only a finding that is published comes in');
  return isIn ? refuse('IsInAlready', 'This finding is in the collection already.', { stale: true }) : null;
}

interface Entry {
  row: { id: string; collectionId: string; findingId: string; note: string; addedById: string };
  slug: string;
}

export function enter(
  { input: { note }, loaded, actor, newId }: Situation<{ note: string }, Entering>,
  name: 'FindingWasAddedToCollection' | 'FindingWasAdmittedToCollection',
): Accepted<Entry> | Refusal {
  const { collection, finding } = loaded;
  if (!isPerson(actor)) throw new Error('authorised above');
  const refused = whyNotIn(loaded);
  if (refused || !finding) return refused ?? refuse('NoSuchFinding', 'There is no such finding.');
  const row = { id: newId(), collectionId: collection.id, findingId: finding.id, note, addedById: actor.id };
  const data = { findingId: finding.id, entryId: row.id };
  return {
    change: { row, slug: collection.slug },
    facts: [{ name, noun: 'collection', nounId: collection.id, data }],
  };
}

export async function saveEntry({ tx, now }: Saving, { row, slug }: Entry) {
  await tx.collectionEntry.create({ data: { ...row, addedAt: now } });
  return { slug };
}
