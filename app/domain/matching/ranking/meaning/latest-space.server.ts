import { databaseUrl, type Db } from '~/platform/db.server';
import type { SemanticSpace } from './semantic-space';
import { spaceFromBytes } from './space-parts';

export interface LearntSpace {
  id: number;
  space: SemanticSpace;
}

let kept: { database: string; learnt: LearntSpace } | undefined;

/** The space in use, read once and kept while it is the last one; null before any was learnt. */
export async function latestSpace(db: Db): Promise<LearntSpace | null> {
  const last = await db.semanticSpace.findFirst({ select: { id: true }, orderBy: { id: 'desc' } });
  return last && spaceCalled(db, last.id);
}

async function spaceCalled(db: Db, id: number): Promise<LearntSpace | null> {
  if (kept?.learnt.id === id && kept.database === databaseUrl()) return kept.learnt;
  const row = await db.semanticSpace.findUnique({ where: { id }, select: { parts: true } });
  if (!row) return null;
  const learnt = { id, space: spaceFromBytes(row.parts) };
  kept = { database: databaseUrl(), learnt };
  return learnt;
}

export interface TextMeaning {
  space: number;
  place: Float32Array;
}

/** Where a text stands in the space in use; null where there is none, or it knows none of the text's terms. */
export async function meaningOf(db: Db, text: string): Promise<TextMeaning | null> {
  const [found] = await db.$queryRaw<{ space: number | null; terms: string[] | null; counts: number[] }[]>`
    SELECT (SELECT max(id) FROM semantic_space) AS space,
      array_agg(term ORDER BY term) AS terms, array_agg(occurrences ORDER BY term) AS counts
    FROM soundings.term_counts(soundings.analyse('', ${text}))`;
  if (!found?.space || !found.terms) return null;
  const learnt = await spaceCalled(db, found.space);
  const counts = new Map(found.terms.map((term, index) => [term, found.counts[index] ?? 0]));
  const place = learnt?.space.place(counts);
  return place?.some((value) => value !== 0) ? { space: found.space, place } : null;
}
