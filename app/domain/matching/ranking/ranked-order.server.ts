import type { Db } from '~/platform/db.server';
import {
  bestByWords,
  type Believed,
  type Readable,
  WORD_SETTINGS,
  type WordSettings,
} from './best-by-words.server';
import type { TextMeaning } from './meaning/latest-space.server';
import { type NeighbourSettings } from './neighbour-smoothing';
import { unpackedPlace } from './meaning/packed-place';
import { mixed, type RankedHit, smoothed } from './ranked-search';

export interface Sought {
  text: string;
  /** Where the text stands in the space in use; null ranks by words alone. */
  meaning: TextMeaning | null;
}

export interface RankingSettings extends WordSettings {
  /** What the standardised cosine weighs beside the standardised score by words. */
  meaning?: number;
  neighbours?: NeighbourSettings;
}

/**
 * The subjects of each noun that a text finds, best first: BM25 finds candidates, words and meaning mixed choose
 * those that the query learns from, and with what it learnt BM25 finds candidates again, mixed again and smoothed
 * over their neighbours. Two statements, however many nouns and rows.
 */
export async function rankedOrder(
  db: Db,
  { text, meaning }: Sought,
  nouns: readonly Readable[],
  settings: RankingSettings = WORD_SETTINGS,
): Promise<string[][]> {
  if (nouns.length === 0) return [];
  const place = meaning?.place ?? null;
  const search = async (believed: readonly Believed[][]) => {
    const searched = nouns.map((readable, index) => ({ readable, believed: believed[index] ?? [] }));
    const found = await bestByWords(db, text, searched, { ...settings, space: meaning?.space });
    return found.map((hits) =>
      mixed(
        hits.map((hit) => ({ ...hit, place: hit.place && unpackedPlace(hit.place) })),
        place,
        settings.meaning,
      ),
    );
  };
  const first = await search([]);
  const believed = first.map((hits) => believedOf(hits, settings.feedback.documents));
  const learnt = believed.some(({ length }) => length > 0) ? await search(believed) : first;
  return learnt.map((hits) => smoothed(hits, settings.neighbours).map(({ subject }) => subject));
}

/** Those of the best that stand out. */
const believedOf = (hits: readonly RankedHit[], most: number): Believed[] =>
  hits.slice(0, most).flatMap(({ subject, score }) => (score > 0 ? [{ subject, weight: score }] : []));
