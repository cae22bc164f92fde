import { Prisma } from '~/platform/generated/prisma/client';

/**
 * That the work `k` came in with a finding that was merged into one of another work which names the person `p` too,
 * over however many mergings: the one that was kept stands for both.
 */
export const IS_MERGED_WORK = Prisma.sql`EXISTS (
  WITH RECURSIVE kept AS (
    SELECT f.merged_into_id AS id FROM finding f WHERE f.work_id = k.id AND f.merged_into_id IS NOT NULL
    UNION SELECT n.merged_into_id FROM kept JOIN finding n ON n.id = kept.id WHERE n.merged_into_id IS NOT NULL
  )
  SELECT FROM kept JOIN finding s ON s.id = kept.id AND s.work_id <> k.id AND s.merged_into_id IS NULL
    JOIN work_author o ON o.work_id = s.work_id AND o.person_id = p.id)`;
