import { Prisma } from '~/platform/generated/prisma/client';

/** The linked notices of the question `q`, the first published first. */
export const noticesSql = Prisma.sql`
  (SELECT coalesce(jsonb_agg(jsonb_build_object('reference', n.reference, 'kind', n.kind, 'address', n.address,
      'publishedOn', n.published_on) ORDER BY n.published_on, n.linked_at), '[]')
     FROM procurement_notice n WHERE n.question_id = q.id AND n.removed_at IS NULL)`;
