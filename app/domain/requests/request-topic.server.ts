import type { Db } from '~/platform/db.server';
import type { Actor } from '../actor';
import { annexById } from '../knowledge/annexes/annex-standing.server';
import { mayKeepAnnex, mayReadAnnex, maySeeStub } from '../knowledge/annexes/annex-policy';
import { loadCollection } from '../knowledge/collections/collection-standing.server';
import { loadFiles } from '../knowledge/file-access/files-standing.server';
import { loadFinding } from '../knowledge/finding-standing.server';
import { isAllowed } from '../policy';
import type { RequestKind } from './request';
import type { Topic } from './request-policy';

/** What a request names, by the ids that its row holds. */
export interface TopicIds {
  kind: RequestKind;
  findingId: string | null;
  annexId: string | null;
  collectionId: string | null;
  intoId: string | null;
}

/** What a request is about, in words and addresses for its pages. */
export interface LoadedTopic {
  topic: Topic;
  ids: TopicIds;
  title: string;
  noun: 'finding' | 'question';
  reference: string;
  /** The collection it should come into. */
  collection: { slug: string; title: string } | null;
  /** The finding it should be merged into. */
  into: { reference: string; title: string } | null;
  /** What must be accepted with an access request, as it is worded now. */
  conditions: string;
}

export async function topicOf(db: Db, actor: Actor, ids: TopicIds): Promise<LoadedTopic | null> {
  return ids.annexId ? annexTopic(db, actor, ids, ids.annexId) : findingTopic(db, actor, ids);
}

async function annexTopic(db: Db, actor: Actor, ids: TopicIds, annexId: string): Promise<LoadedTopic | null> {
  const annex = await annexById(db, actor, annexId);
  if (!annex) return null;
  const { standing, noun, reference, title } = annex;
  const topic: Topic = {
    kind: 'annex',
    seesStub: isAllowed(maySeeStub(actor, standing)),
    reads: isAllowed(mayReadAnnex(actor, standing)),
    keeps: isAllowed(mayKeepAnnex(actor, standing)),
  };
  return { topic, ids, title, noun, reference, collection: null, into: null, conditions: '' };
}

async function findingTopic(db: Db, actor: Actor, ids: TopicIds): Promise<LoadedTopic | null> {
  const row = await db.finding.findUnique({
    where: { id: ids.findingId ?? '' },
    select: { reference: true },
  });
  const loaded = row && (await loadFiles(db, row.reference, actor));
  if (!loaded) return null;
  const { finding, files } = loaded;
  const shown = {
    ids,
    ...{ title: finding.latest.title, noun: 'finding' as const, reference: finding.reference },
    conditions: files.access?.conditions ?? '',
  };
  if (ids.kind === 'access' || ids.kind === 'deletion')
    return { ...shown, topic: { kind: ids.kind, files }, collection: null, into: null };
  if (ids.kind === 'merge') {
    const other = await db.finding.findUnique({
      where: { id: ids.intoId ?? '' },
      select: { reference: true },
    });
    const into = other && (await loadFinding(db, other.reference));
    if (!into) return null;
    const topic: Topic = { kind: 'merge', files, into: into.standing };
    return {
      ...shown,
      topic,
      collection: null,
      into: { reference: into.reference, title: into.latest.title },
    };
  }
  const named = await db.collection.findUnique({
    where: { id: ids.collectionId ?? '' },
    select: { slug: true },
  });
  const collection = named && (await loadCollection(db, named.slug));
  if (!collection) return null;
  const { slug, title, standing } = collection;
  const topic: Topic = { kind: 'inclusion', files, collection: standing };
  return { ...shown, topic, collection: { slug, title }, into: null };
}
