import type { Db } from '~/platform/db.server';

export interface ReleaseOfRequest {
  reference: string;
  question: string;
  title: string;
  redactions: number;
  preparedAt: Date;
  preparedBy: string;
  releasedAt: Date | null;
  returnedAt: Date | null;
}

/** What was prepared for one request, without the archives. */
export const releasesOf = (db: Db, requestId: string): Promise<ReleaseOfRequest[]> => db.$queryRaw`
  SELECT r.reference, q.reference AS question, q.title, r.redactions, r.prepared_at AS "preparedAt",
    p.name AS "preparedBy", r.released_at AS "releasedAt", r.returned_at AS "returnedAt"
  FROM information_release r JOIN question q ON q.id = r.question_id JOIN person p ON p.id = r.prepared_by_id
  WHERE r.request_id = ${requestId}::uuid ORDER BY r.prepared_at, r.id`;
