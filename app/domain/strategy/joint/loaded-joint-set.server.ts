import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import type { PriorityKind } from '../priority-set';

export interface LoadedJointSet {
  id: string;
  reference: string;
  document: string;
  kind: PriorityKind;
  startsWritten: string;
  endsWritten: string | null;
  note: string;
  priorities: string[];
  revision: number;
  publishedAt: Date | null;
  withdrawnAt: Date | null;
  text: string;
  textHash: string;
  /** Those who answer for its owners: their successors, where they were handed over. */
  ownerIds: string[];
}

/** Of the owner `o`. */
export const holderOf = Prisma.sql`
  soundings.answers_for('jointSet', o.joint_set_id || ':' || o.organisation_id, o.organisation_id)`;

/** The set with what would be signed now, its row locked, so that nobody signs or publishes what just changed. */
export async function lockedJointSet(tx: Db, reference: string): Promise<LoadedJointSet | null> {
  await tx.$queryRaw`SELECT id FROM joint_set WHERE reference = ${reference} FOR UPDATE`;
  const [row] = await tx.$queryRaw<LoadedJointSet[]>`
    SELECT j.id, j.reference, j.document, j.kind::text AS kind, j.starts_written AS "startsWritten",
      j.ends_written AS "endsWritten", j.note, j.priorities, j.revision, j.published_at AS "publishedAt",
      j.withdrawn_at AS "withdrawnAt", soundings.joint_set_text(j.id) AS text,
      soundings.joint_set_hash(j.id) AS "textHash",
      ARRAY(SELECT ${holderOf}::text FROM joint_set_owner o WHERE o.joint_set_id = j.id
        ORDER BY o.organisation_id) AS "ownerIds"
    FROM joint_set j WHERE j.reference = ${reference}`;
  return row ?? null;
}

/** What policies ask of it. */
export const jointStanding = ({ ownerIds, publishedAt }: LoadedJointSet) => ({
  ownerIds,
  published: publishedAt !== null,
});

interface Revision {
  jointSetId: string;
  number: number;
  by: string;
  at: Date;
}

/** Keeps the text as it is now, with its hash: what was signed and when stays answerable. */
export const keepRevision = (tx: Db, { jointSetId, number, by, at }: Revision) => tx.$executeRaw`
  INSERT INTO joint_set_revision (joint_set_id, number, document, text, text_hash, recorded_by_id, recorded_at)
  SELECT j.id, ${number}::int, j.document, soundings.joint_set_text(j.id), soundings.joint_set_hash(j.id), ${by}::uuid,
    ${at} FROM joint_set j WHERE j.id = ${jointSetId}::uuid`;
