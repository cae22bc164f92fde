import type { Db } from '~/platform/db.server';
import type { Actor } from '../actor';
import { loadAnnex, type AnnexNoun } from '../knowledge/annexes/annex-standing.server';
import { findingsVisibleTo } from '../knowledge/finding-visibility.server';
import { isRefusal, refuseField, type Refusal } from '../refusal';
import type { RequestKind } from './request';
import { topicOf, type LoadedTopic, type TopicIds } from './request-topic.server';

interface Named {
  kind: RequestKind;
  noun: AnnexNoun;
  reference: string;
  collection?: string | undefined;
  into?: string | undefined;
}

const NO_OTHER = refuseField('NoOtherFinding', 'into', 'There is no other finding with this reference');
const NO_COLLECTION = refuseField('NoSuchCollection', 'collection', 'Choose a collection');

/** What a form names: null where the thing is not there, a refusal where the second thing it names is not. */
export async function namedTopic(db: Db, actor: Actor, named: Named): Promise<LoadedTopic | Refusal | null> {
  const ids = named.kind === 'annex' ? await annexIds(db, actor, named) : await findingIds(db, actor, named);
  return ids === null || isRefusal(ids) ? ids : topicOf(db, actor, ids);
}

const none = (kind: RequestKind): TopicIds => ({
  ...{ kind, findingId: null, annexId: null, collectionId: null, intoId: null },
});

async function annexIds(db: Db, actor: Actor, { kind, noun, reference }: Named): Promise<TopicIds | null> {
  const annex = await loadAnnex(db, actor, noun, reference);
  return annex?.row ? { ...none(kind), annexId: annex.row.id } : null;
}

async function findingIds(db: Db, actor: Actor, named: Named): Promise<TopicIds | Refusal | null> {
  const seen = findingsVisibleTo(actor);
  const idOf = async (reference: string) =>
    (await db.finding.findFirst({ where: { AND: [{ reference }, seen] }, select: { id: true } }))?.id ?? null;
  const findingId = await idOf(named.reference);
  if (!findingId) return null;
  const ids = { ...none(named.kind), findingId };
  if (named.kind === 'merge') {
    const intoId = named.into ? await idOf(named.into) : null;
    return intoId && intoId !== findingId ? { ...ids, intoId } : NO_OTHER;
  }
  if (named.kind !== 'inclusion') return ids;
  const where = { slug: named.collection ?? '' };
  const collection = await db.collection.findUnique({ where, select: { id: true } });
  return collection ? { ...ids, collectionId: collection.id } : NO_COLLECTION;
}
