/** A term of the taxonomy by the words that name it. */
export interface NamedTerm {
  id: string;
  names: string[];
}

interface Text {
  title: string;
  description: string;
}

const plain = (text: string): string =>
  ` ${text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

/** Names of one short word, such as "art", would be found everywhere. */
const MIN_LETTERS = 4;

/**
 * How many of a person's works name each term, in title or description, by one of its names as whole words. No weights:
 * the person can check the count by reading.
 */
export function termsNamed(works: Text[], terms: NamedTerm[]): Map<string, number> {
  const texts = works.map(({ title, description }) => plain(`${title} ${description}`));
  const counts = terms.map(({ id, names }) => {
    const words = names.map(plain).filter((name) => name.trim().length >= MIN_LETTERS);
    return [id, texts.filter((text) => words.some((name) => text.includes(name))).length] as const;
  });
  return new Map(counts.filter(([, count]) => count > 0));
}
