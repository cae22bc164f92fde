import { refuse, type Refusal } from '../../refusal';
import { personalDataWarnings } from './personal-data';
import { tooManyWords } from './words';

/** Refuses texts with too many words, or with what looks like personal data and was not confirmed. */
export function refuseTexts(
  texts: Record<string, string>,
  most: number,
  notPersonal?: boolean,
): Refusal | undefined {
  const long = Object.entries(texts).flatMap(([field, text]) => {
    const message = tooManyWords(text, most);
    return message ? [[field, message] as const] : [];
  });
  const fields = { ...(notPersonal ? {} : personalDataWarnings(texts)), ...Object.fromEntries(long) };
  return Object.keys(fields).length > 0 ? refuse('TextIsRefused', 'Check the text.', { fields }) : undefined;
}
