import { Prisma } from '~/platform/generated/prisma/client';

const CONFIG = Prisma.sql`'soundings.words'::regconfig`;

/**
 * The words of a text by themselves, for what is near to it: any of them, and `lexeme` rows to weigh them by.
 * A word of more than 40 characters is no word.
 */
export const lexemesSql = (text: string): Prisma.Sql => Prisma.sql`
  SELECT lexeme FROM unnest(to_tsvector(${CONFIG}, ${text.slice(0, 20_000)})) WHERE length(lexeme) BETWEEN 3 AND 40
  LIMIT 300`;
