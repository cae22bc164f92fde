import type { Findings } from '../suite';
import type { Draw } from './draw';
import { grammarQuery, pointedQuery } from './grammar-queries';
import type { HiddenRow } from './hidden-rows';
import type { AskSearch } from './search-pages';

/** So many of the queries are asked by whoever is to find the row in the end. */
const FINDER_QUERIES = 60;

/**
 * The same queries in a world without the row and in one with it: for those who may not know of it, every answer
 * is the same to the byte. Then somebody who may know asks too, and has to see a difference.
 */
export async function compareWorlds(
  draw: Draw,
  ask: AskSearch,
  row: HiddenRow,
  count: number,
  findings: Findings,
): Promise<void> {
  const queries = Array.from({ length: count }, (_, place) =>
    place % 4 === 1 ? grammarQuery(draw, row.stock) : pointedQuery(draw, row.stock),
  );
  queries[0] = row.telling;
  const askEach = async (personId: string | null, most = queries.length) => {
    const bodies: string[] = [];
    for (const query of queries.slice(0, most)) bodies.push((await ask(query, personId)).body);
    return bodies;
  };
  const before = new Map<string | null, string[]>();
  for (const asker of row.askers) before.set(asker, await askEach(asker));
  const unaware = before.get(row.finder) ?? (await askEach(row.finder, FINDER_QUERIES));
  await row.hide();
  const different: string[] = [];
  for (const asker of row.askers)
    for (const place of changed(before.get(asker), await askEach(asker)))
      different.push(queries[place] ?? '');
  await row.reveal?.();
  const seen = changed(unaware, await askEach(row.finder, FINDER_QUERIES));
  for (const query of different.slice(0, 5)) findings.say(`${row.name}: another answer to ${query}`);
  findings.check(
    different.length === 0 && seen.includes(0),
    `${row.name}: ${count} queries by ${row.askers.length} who may not know, ${different.length} answers differ; ` +
      `${seen.length} of ${Math.min(count, FINDER_QUERIES)} for one who may`,
  );
}

const changed = (before: readonly string[] = [], after: readonly string[]): number[] =>
  after.flatMap((body, place) => (body === before[place] ? [] : [place]));
