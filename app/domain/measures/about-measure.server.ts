import { Prisma } from '~/platform/generated/prisma/client';

/** The name of what a measure `m` is about. */
export const aboutSql = Prisma.sql`coalesce(
  (SELECT p.name || ' (' || s.document || ')' FROM priority p JOIN priority_set s ON s.id = p.priority_set_id
     WHERE p.id = m.priority_id),
  (SELECT t.name FROM term t WHERE t.id = m.term_id),
  (SELECT i.name || ' (' || f.document || ')' FROM framework_item i JOIN framework f ON f.id = i.framework_id
     WHERE i.id = m.item_id))`;
