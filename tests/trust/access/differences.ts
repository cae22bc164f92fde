import { inParallel } from '../support/http';
import type { Cell } from './cells';
import type { Product } from './product';
import type { Cast } from './scene/cast';

export interface Difference extends Cell {
  got: string;
}

/** What came out otherwise than the table says. */
export const compare = (cells: readonly Cell[], got: readonly string[]): Difference[] =>
  cells.flatMap((cell, index) => {
    const outcome = got[index] ?? 'nothing';
    return outcome === cell.expected ? [] : [{ ...cell, got: outcome }];
  });

/** Opens the cells, two at a time, and compares. */
export async function differencesIn(
  product: Product,
  { cast }: { cast: Cast },
  cells: readonly Cell[],
): Promise<Difference[]> {
  const got = await inParallel(cells, 2, async ({ path, form, actor }) =>
    product.open(path, form, cast.cookieOf(actor), cast.tokenOf(actor)),
  );
  return compare(cells, got);
}

export const inWords = ({ route, form, actor, state, expected, got }: Difference): string =>
  `${route} (${form}), ${actor}, ${state}: expected ${expected}, got ${got}`;
