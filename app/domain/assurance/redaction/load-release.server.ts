import type { Db } from '~/platform/db.server';
import type { Actor } from '../../actor';
import { allowIf, type Verdict } from '../../policy';
import { redactionSubject, type Subject } from './load-redactions.server';

export interface ReleaseRecord {
  id: string;
  reference: string;
  request: string;
  question: string;
  manifestHash: string;
  redactions: number;
  preparedAt: Date;
  preparedById: string;
  preparedBy: string;
  checkedBy: string | null;
  releasedAt: Date | null;
  returnedAt: Date | null;
  returnedReason: string | null;
}

/** A release without its archive; `locked` for its check. */
export async function releaseRecord(
  db: Db,
  reference: string,
  { locked = false } = {},
): Promise<ReleaseRecord | null> {
  if (locked) await db.$queryRaw`SELECT FROM information_release WHERE reference = ${reference} FOR UPDATE`;
  const [row] = await db.$queryRaw<ReleaseRecord[]>`
    SELECT r.id, r.reference, f.reference AS request, q.reference AS question, r.manifest_hash AS "manifestHash",
      r.redactions, r.prepared_at AS "preparedAt", r.prepared_by_id AS "preparedById", p.name AS "preparedBy",
      c.name AS "checkedBy", r.released_at AS "releasedAt", r.returned_at AS "returnedAt",
      r.returned_reason AS "returnedReason"
    FROM information_release r JOIN information_request f ON f.id = r.request_id
    JOIN question q ON q.id = r.question_id JOIN person p ON p.id = r.prepared_by_id
    LEFT JOIN person c ON c.id = r.checked_by_id WHERE r.reference = ${reference}`;
  return row ?? null;
}

export const subjectOfRelease = (
  db: Db,
  actor: Actor,
  { request, question }: ReleaseRecord,
): Promise<Subject | null> => redactionSubject(db, actor, { request, question });

/** Whoever prepared it, or withheld something of it, does not check it. */
export const mayCheck = (
  actorId: string,
  release: ReleaseRecord,
  verdict: Verdict,
  withheld: boolean,
): Verdict =>
  verdict.kind === 'allow'
    ? allowIf(
        actorId !== release.preparedById && !withheld,
        'Somebody checks it who neither prepared it nor withheld anything of it.',
      )
    : verdict;

/** Whether a person withheld something that the release leaves out. */
export const withheldSome = async (db: Db, actorId: string, { id }: ReleaseRecord): Promise<boolean> => {
  const [row] = await db.$queryRaw<{ some: boolean }[]>`
    SELECT EXISTS (SELECT FROM information_release r JOIN information_redaction d
      ON d.request_id = r.request_id AND d.question_id = r.question_id AND d.removed_at IS NULL
      WHERE r.id = ${id}::uuid AND d.made_by_id = ${actorId}::uuid) AS some`;
  return row?.some ?? false;
};
