import type { Db } from '~/platform/db.server';
import type { Actor } from '../../actor';
import type { Noun } from '../language/fields';
import { wantedOf } from '../language/query-sql.server';
import { asksForSomething, isPlain, type Tree } from '../language/query-tree';
import { isText, soughtText } from '../language/sql/text.server';
import type { RankedSource, Source } from '../queries/search-sources.server';
import { meaningOf } from '../ranking/meaning/latest-space.server';
import { WORD_SETTINGS } from '../ranking/best-by-words.server';
import { rankedOrder } from '../ranking/ranked-order.server';
import { MOST_CANDIDATES, type Order, type Search } from './candidates.server';

/** Where the rows of each noun are that the actor may know of; null where the whole noun is closed to them. */
export interface Sources {
  question: RankedSource;
  finding: RankedSource;
  expert: Source | null;
  organisation: Source | null;
}

export interface Searching {
  db: Db;
  actor: Actor;
  now: Date;
  sources: Sources;
  /** Whether meanings may rank: they are learnt of what the network reads. */
  meaning: boolean;
}

const NOUNS_IN_ORDER = ['question', 'finding', 'expert', 'organisation'] as const;
const RANKED_NOUNS = ['question', 'finding'] as const;
const MOST_RANKED = 500;

/** What a query asks of each noun of which some row could be found, with the order of those that are ranked. */
export async function searchesFor(tree: Tree | null, searching: Searching): Promise<Search[]> {
  if (!tree || !asksForSomething(tree)) return [];
  const { actor, now, sources } = searching;
  const searches = NOUNS_IN_ORDER.flatMap((noun): Search[] => {
    const source = sources[noun];
    const wanted = source && wantedOf(noun, tree, { actor, now }, source.texts);
    return wanted ? [{ noun, source, wanted }] : [];
  });
  const orders = await ordersOf(tree, searches, searching);
  return searches.map((search) => ({ ...search, order: orders.get(search.noun) }));
}

async function ordersOf(
  tree: Tree,
  searches: readonly Search[],
  { db, sources, meaning }: Searching,
): Promise<Map<Noun, Order>> {
  const text = soughtText(tree);
  const ranked = RANKED_NOUNS.filter(
    (noun) => text !== '' && searches.some((search) => search.noun === noun),
  );
  const place = text !== '' && meaning ? await meaningOf(db, text) : null;
  const plain = isPlain(tree);
  const orders = await rankedOrder(
    db,
    { text, meaning: place },
    ranked.map((noun) => sources[noun].readable),
    { ...WORD_SETTINGS, most: mostRanked(plain) },
  );
  return new Map(
    ranked.map((noun, index) => {
      const ids = orders[index] ?? [];
      const holdsAll = plain || (isText(tree) && ids.length < MOST_RANKED);
      const goesOn = plain && ids.length >= WORD_SETTINGS.most;
      return [noun, { ids, whole: ids.length > 0 && holdsAll, goesOn }];
    }),
  );
}

const mostRanked = (plain: boolean): number => (plain ? WORD_SETTINGS.most : MOST_RANKED);

/** How many of a noun are counted at most: of loose words, those that were ranked. */
export const mostCounted = (plain: boolean): number => (plain ? WORD_SETTINGS.most : MOST_CANDIDATES);

/** Whether there may be more of what is found than were looked at. */
export const mayBeMore = ({ order }: Search, found: number): boolean =>
  order?.goesOn === true || found >= MOST_CANDIDATES;

/** Of loose words, of which a row holds any: those that are shown, and some that hold only what was learnt. */
export const amongTheBest = (search: Search, most: number): Search =>
  search.order?.whole
    ? { ...search, order: { ...search.order, ids: search.order.ids.slice(0, most) } }
    : search;
