import { Prisma } from '~/platform/generated/prisma/client';
import type { SearchWords } from './search-words';

const CONFIG = Prisma.sql`'soundings.words'::regconfig`;

/**
 * A tsquery: any of the words or phrases, each phrase required, and none of what is to be left out. Each part
 * goes through a parser that knows no operators, so nothing typed can break it.
 */
export function wordsQuerySql({ words, phrases, without }: SearchWords): Prisma.Sql {
  const plain = (text: string) => Prisma.sql`plainto_tsquery(${CONFIG}, ${text})`;
  const phrase = (text: string) => Prisma.sql`phraseto_tsquery(${CONFIG}, ${text})`;
  const any = Prisma.join([...words.map(plain), ...phrases.map(phrase)], ' || ');
  const required = phrases.map((text) => Prisma.sql` && ${phrase(text)}`);
  const refused = without.map((text) => Prisma.sql` && !!${phrase(text)}`);
  return Prisma.sql`((${any})${join(required)}${join(refused)})`;
}

const join = (parts: Prisma.Sql[]): Prisma.Sql => (parts.length > 0 ? Prisma.join(parts, '') : Prisma.empty);

/**
 * The words of a text by themselves, for what is near to it: any of them, and `lexeme` rows to weigh them by.
 * A word of more than 40 characters is no word.
 */
export const lexemesSql = (text: string): Prisma.Sql => Prisma.sql`
  SELECT lexeme FROM unnest(to_tsvector(${CONFIG}, ${text.slice(0, 20_000)})) WHERE length(lexeme) BETWEEN 3 AND 40
  LIMIT 300`;
