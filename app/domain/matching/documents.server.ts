import { Prisma } from '~/platform/generated/prisma/client';

/** The searchable words of each noun, as the indexes have them; published rows only, or the index is not used. */
export const questionDocumentSql = (alias: string): Prisma.Sql => {
  const q = alias;
  return Prisma.raw(
    `soundings.document(${q}.title, ${q}.summary || ' ' || ${q}.questions_asked, ${q}.background || ' ' || ${q}.decision || ' ' || ${q}.outputs)`,
  );
};

export const expertDocumentSql = (alias: string): Prisma.Sql =>
  Prisma.raw(`soundings.document('', ${alias}.summary, ${alias}.interests)`);
