/** One author of one work that the person in the middle wrote too. */
export interface AuthorRow {
  workId: string;
  title: string;
  name: string;
  /** Of an expert whose profile the reader may open. */
  reference: string | null;
}

export interface CoAuthor {
  key: string;
  name: string;
  reference: string | null;
  works: string[];
}

export interface Tie {
  from: string;
  to: string;
  works: number;
}

export interface Network {
  coAuthors: CoAuthor[];
  /** Between co-authors; each of them is tied to the person in the middle anyway. */
  ties: Tie[];
  more: number;
}

/** As many as a drawing and a table can be read with. */
const MOST_SHOWN = 14;

const keyOf = ({ reference, name }: AuthorRow): string => reference ?? name.toLowerCase();

function coAuthorsOf(rows: AuthorRow[]): CoAuthor[] {
  const found = new Map<string, CoAuthor>();
  for (const row of rows) {
    const key = keyOf(row);
    const known = found.get(key) ?? { key, name: row.name, reference: row.reference, works: [] };
    found.set(key, known);
    if (!known.works.includes(row.title)) known.works.push(row.title);
  }
  return [...found.values()].sort(
    (one, other) => other.works.length - one.works.length || one.name.localeCompare(other.name, 'en-GB'),
  );
}

/** Who wrote with a person, by shared works, and who of them wrote with each other on these. */
export function networkOf(rows: AuthorRow[]): Network {
  const all = coAuthorsOf(rows);
  const coAuthors = all.slice(0, MOST_SHOWN);
  const shown = new Set(coAuthors.map(({ key }) => key));
  const byWork = new Map<string, Set<string>>();
  for (const row of rows) {
    const key = keyOf(row);
    if (!shown.has(key)) continue;
    byWork.set(row.workId, (byWork.get(row.workId) ?? new Set()).add(key));
  }
  const ties = new Map<string, Tie>();
  for (const keys of byWork.values())
    for (const from of keys)
      for (const to of keys) {
        if (from >= to) continue;
        const tie = ties.get(`${from}\n${to}`) ?? { from, to, works: 0 };
        ties.set(`${from}\n${to}`, { ...tie, works: tie.works + 1 });
      }
  return { coAuthors, ties: [...ties.values()], more: all.length - coAuthors.length };
}
