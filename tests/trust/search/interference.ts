import { foldTermFrequencies } from '~/domain/matching/ranking/fold-term-frequencies.server';
import type { Findings } from '../suite';
import type { Draw } from './draw';
import { grammarQuery, pointedQuery } from './grammar-queries';
import type { HiddenRow } from './hidden-rows';
import { feedKeyFor } from './feeds';
import type { AskAbout } from './search-pages';

/** So many of the queries are asked by whoever is to find the row in the end. */
const FINDER_QUERIES = 60;

/** Of the pages that were compared, how many offered facets and how many a suggestion. */
export interface Compared {
  narrowed: number;
  meant: number;
}

/**
 * The same queries in a world without the row and in one with it: for those who may not know of it, every answer
 * is the same to the byte, facets, suggestions and the feeds of saved searches included. Then somebody who may know
 * asks too, and has to see a difference.
 */
export async function compareWorlds(
  draw: Draw,
  ask: AskAbout,
  row: HiddenRow,
  count: number,
  findings: Findings,
): Promise<Compared> {
  const queries = Array.from({ length: count }, (_, place) =>
    place % 4 === 1 ? grammarQuery(draw, row.stock) : pointedQuery(draw, row.stock),
  );
  queries[0] = row.telling;
  const feeds = await feedsOf(row);
  const askEach = async (personId: string | null, most = queries.length) => {
    const bodies: string[] = [];
    for (const query of queries.slice(0, most)) bodies.push((await ask.page(query, personId)).body);
    for (const key of feeds.get(personId) ?? []) bodies.push(await ask.feed(key));
    return bodies;
  };
  await foldTermFrequencies();
  const before = new Map<string | null, string[]>();
  for (const asker of row.askers) before.set(asker, await askEach(asker));
  const unaware = (before.get(row.finder) ?? (await askEach(row.finder))).slice(0, FINDER_QUERIES);
  await row.hide();
  await foldTermFrequencies();
  const different: string[] = [];
  for (const asker of row.askers)
    for (const place of changed(before.get(asker), await askEach(asker)))
      different.push(queries[place] ?? 'a feed');
  await row.reveal?.();
  const seen = changed(unaware, (await askEach(row.finder)).slice(0, FINDER_QUERIES));
  for (const query of different.slice(0, 5)) findings.say(`${row.name}: another answer to ${query}`);
  findings.check(
    different.length === 0 && seen.includes(0),
    `${row.name}: ${count} queries by ${row.askers.length} who may not know, ${different.length} answers differ; ` +
      `${seen.length} of ${Math.min(count, FINDER_QUERIES)} for one who may`,
  );
  const pages = [...before.values()].flat();
  const holding = (text: string) => pages.filter((page) => page.includes(text)).length;
  return { narrowed: holding('Narrow the search'), meant: holding('Did you mean') };
}

/** For each asker who can save a search, feeds of what would tell of the row and of its neighbours. */
async function feedsOf({ askers, telling, stock }: HiddenRow): Promise<Map<string | null, string[]>> {
  const keys = new Map<string | null, string[]>();
  for (const asker of askers)
    if (asker !== null) {
      const queries = [telling, stock.words.join(' ')];
      keys.set(asker, await Promise.all(queries.map((query) => feedKeyFor(asker, query))));
    }
  return keys;
}

const changed = (before: readonly string[] = [], after: readonly string[]): number[] =>
  after.flatMap((body, place) => (body === before[place] ? [] : [place]));
