import { countWords } from '../../words';

/** A message for a text that is too long; undefined for one that is not. */
export function tooManyWords(text: string, most: number): string | undefined {
  const count = countWords(text);
  return count > most ? `Use ${most} words or fewer. There are ${count}` : undefined;
}
