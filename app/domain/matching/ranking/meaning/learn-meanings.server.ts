import { database } from '~/platform/db.server';
import { log } from '~/platform/log.server';
import { soundingsNow } from '~/platform/clock.server';
import type { TermCounts } from './term-counts';
import { packedPlace } from './packed-place';
import { latestSpace, type LearntSpace } from './latest-space.server';
import { trainSpace } from './semantic-space';
import { SHELVES } from '../shelves';
import { spaceToBytes } from './space-parts';

export interface LearningSettings {
  /** With fewer documents words alone rank. */
  leastDocuments: number;
  /** So many teach, a fixed sample of them where there are more: more take longer and teach little else. */
  mostDocuments: number;
  dimensions: number;
  seed: number;
}

export const LEARNING: LearningSettings = {
  leastDocuments: 500,
  mostDocuments: 8000,
  dimensions: 200,
  seed: 1,
};

/** Learnt again when there is this much more to learn from. */
const GROWTH = 1.2;
const BATCH = 2000;

/** What everybody in the network may read: nothing hidden from them moves what they find. */
const TEACHERS: readonly number[] = [
  SHELVES.question.everyone,
  SHELVES.question.network,
  SHELVES.finding.everyone,
  SHELVES.finding.network,
  SHELVES.expert.works,
];

/** A job: learns a space of meanings from the installation's own documents, and gives every document its place. */
export async function learnMeanings(settings: LearningSettings = LEARNING): Promise<void> {
  const documents = await database().rankedDocument.count({ where: { shelf: { in: [...TEACHERS] } } });
  if (documents < settings.leastDocuments) return;
  const former = await database().semanticSpace.findFirst({
    select: { id: true, documents: true },
    orderBy: { id: 'desc' },
  });
  if (former && documents < former.documents * GROWTH) return placeDocuments();
  const space = trainSpace(await teachingTerms(settings.mostDocuments), settings);
  const { id } = await database().semanticSpace.create({
    data: { documents, trainedAt: await soundingsNow(database()), parts: spaceToBytes(space) },
  });
  await placeAll({ id, space });
  await database().semanticSpace.deleteMany({ where: { id: { lt: id } } });
  log.info('meanings-learnt', { documents });
}

/** A job: gives a place to what was written since. */
export async function placeDocuments(): Promise<void> {
  const learnt = await latestSpace(database());
  while (learnt && (await placeBatch(learnt, { place: null })) === BATCH);
}

async function placeAll(learnt: LearntSpace): Promise<void> {
  const outdated = { OR: [{ space: null }, { space: { lt: learnt.id } }] };
  while ((await placeBatch(learnt, outdated)) === BATCH);
}

async function placeBatch({ id: space, space: meanings }: LearntSpace, where: object): Promise<number> {
  const rows = await database().rankedDocument.findMany({
    where,
    select: { id: true },
    take: BATCH,
    orderBy: { id: 'asc' },
  });
  const counts = await termsOf(rows.map(({ id }) => id));
  const places = rows.map(({ id }) =>
    packedPlace(meanings.place(counts.get(id) ?? new Map<string, number>())),
  );
  await database().$executeRaw`
    UPDATE ranked_document d SET space = ${space}, place = given.place
    FROM unnest(${rows.map(({ id }) => id)}::int[], ${places}::bytea[]) AS given(id, place) WHERE d.id = given.id`;
  return rows.length;
}

async function teachingTerms(most: number): Promise<TermCounts[]> {
  const rows = await database().$queryRaw<{ id: number }[]>`
    SELECT id FROM ranked_document WHERE shelf = ANY(${TEACHERS}::smallint[])
    ORDER BY md5(subject::text) LIMIT ${most}`;
  const counts = await termsOf(rows.map(({ id }) => id));
  return [...counts.values()];
}

async function termsOf(ids: readonly number[]): Promise<Map<number, TermCounts>> {
  const rows = await database().$queryRaw<{ id: number; terms: string[]; counts: number[] }[]>`
    SELECT d.id, array_agg(t.term ORDER BY t.term) AS terms, array_agg(t.occurrences ORDER BY t.term) AS counts
    FROM ranked_document d CROSS JOIN soundings.term_counts(d.words) t
    WHERE d.id = ANY(${ids}::int[]) GROUP BY d.id ORDER BY d.id`;
  return new Map(
    rows.map(({ id, terms, counts }) => [
      id,
      new Map(terms.map((term, index) => [term, counts[index] ?? 0])),
    ]),
  );
}
