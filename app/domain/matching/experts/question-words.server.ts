import { Prisma } from '~/platform/generated/prisma/client';

/** The words of a text with the lexeme each stands for, so that shared ones can be shown as people write them. */
export const spokenLexemesSql = (text: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT DISTINCT ON (spoken.lexeme) spoken.lexeme, spoken.word
  FROM (SELECT unnest(d.lexemes) AS lexeme, lower(d.token) AS word
        FROM ts_debug('soundings.words'::regconfig, left(${text}, 20000)) d WHERE d.lexemes <> '{}') spoken
  WHERE length(spoken.lexeme) BETWEEN 3 AND 40
  ORDER BY spoken.lexeme, length(spoken.word)`;
