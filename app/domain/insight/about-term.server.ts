import { Prisma } from '~/platform/generated/prisma/client';
import type { About } from './items-about.server';

/** Questions and findings tagged with a term or with one of its parts, for `loadItemsAbout`. */
export function aboutTerm(termId: string): About {
  const terms = Prisma.sql`(SELECT id FROM term WHERE id = ${termId}::uuid OR parent_id = ${termId}::uuid)`;
  return {
    termId,
    questions: Prisma.sql`SELECT question_id FROM question_term WHERE term_id IN ${terms}`,
    findings: Prisma.sql`SELECT finding_id FROM finding_term WHERE term_id IN ${terms}`,
  };
}
