const WORD = /[A-Za-z’'-]*[A-Za-z][A-Za-z’'-]*/g;

/** Groups of vowels, less a silent e: within a syllable of a dictionary for nearly all English words. */
export function syllablesIn(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  if (letters.length <= 3) return 1;
  const spoken = letters.replace(/(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$/, '').replace(/^y/, '');
  return Math.max(1, spoken.match(/[aeiouy]{1,2}/g)?.length ?? 1);
}

/**
 * The age at which a text is read with ease, in years: the Flesch–Kincaid grade (Kincaid and others, 1975) and five. A
 * sentence ends with a full stop, a question mark or a colon before a space.
 */
export function readingAge(text: string): number {
  const sentences = text.split(/[.!?:](?=\s|$)/).filter((part) => part.match(WORD)).length;
  const words = text.match(WORD) ?? [];
  if (sentences === 0) return 0;
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59 + 5;
}
