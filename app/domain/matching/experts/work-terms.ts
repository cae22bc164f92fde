/** The stems of a text in their order; no pair reaches across two passages. */
export type Passages = readonly (readonly string[])[];

const LEXEMES = /'((?:[^']|'')+)':([\dABCD,]+)/g;

/**
 * A PostgreSQL `tsvector` as text (`'bank':2A,7 'launder':1A`) read back as a title and a body: positions of weight A
 * are the title's. Words that the configuration leaves out are gaps, over which pairs are made.
 */
export function passagesOf(words: string): Passages {
  const title: { stem: string; place: number }[] = [];
  const body: { stem: string; place: number }[] = [];
  for (const [, quoted = '', positions = ''] of words.matchAll(LEXEMES)) {
    const stem = quoted.replaceAll("''", "'");
    for (const position of positions.split(','))
      (position.endsWith('A') ? title : body).push({ stem, place: parseInt(position, 10) });
  }
  return [title, body].map((passage) =>
    passage.sort((one, other) => one.place - other.place).map(({ stem }) => stem),
  );
}

/** How often each stem and each pair of neighbours, two stems with a space, occurs. */
export function stemsAndPairs(passages: Passages): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (term: string) => counts.set(term, (counts.get(term) ?? 0) + 1);
  for (const stems of passages)
    stems.forEach((stem, place) => {
      add(stem);
      if (place > 0) add(`${stems[place - 1]} ${stem}`);
    });
  return counts;
}
