import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { isMember } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { mayKeepJointSet, maySeeJointSet, signsFor } from '../joint/joint-policy';
import { hasSigned, signedBefore, standingOf } from '../joint/joint-set';
import type { PriorityKind } from '../priority-set';

interface OwnerRow {
  organisationId: string;
  /** Whoever answers for it now. */
  holderId: string;
  holder: string;
  slug: string;
  name: string;
  signed: string[];
  signatures: { by: string; at: string; textHash: string }[];
}

interface Row {
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
  withdrawnReason: string | null;
  slug: string | null;
  text: string;
  textHash: string;
  owners: OwnerRow[];
}

/** One jointly owned set: the exact text, who has signed it and what may be done next. */
export const jointSetPage = query({
  name: 'strategy.jointSetPage',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => actor,
  read: async ({ db, scope: actor, input }) => {
    const row = await loadRow(db, input.reference);
    if (!row) return null;
    const standing = {
      ownerIds: row.owners.map(({ holderId }) => holderId),
      published: row.publishedAt !== null,
    };
    if (!isAllowed(maySeeJointSet(actor, standing))) return null;
    const { owners, id: _, ...set } = row;
    const state = standingOf(row);
    const open = state === 'draft' || state === 'signed';
    const keeps = isAllowed(mayKeepJointSet(actor, standing));
    return {
      ...set,
      state,
      owners: owners.map((owner) => ({
        slug: owner.slug,
        name: owner.name,
        answeredForBy: owner.holderId === owner.organisationId ? null : owner.holder,
        signed: hasSigned(owner, row.textHash),
        signedBefore: signedBefore(owner, row.textHash),
        // Who belongs to the network is its members' to know.
        signature: isMember(actor)
          ? (owner.signatures.find(({ textHash }) => textHash === row.textHash) ?? null)
          : null,
      })),
      may: {
        revise: keeps && open,
        publish: keeps && state === 'signed',
        withdraw: keeps && state !== 'withdrawn',
        signFor: open
          ? owners
              .filter((owner) => signsFor(actor, owner.holderId) && !hasSigned(owner, row.textHash))
              .map(({ slug, name }) => ({ slug, name }))
          : [],
      },
    };
  },
});

async function loadRow(db: Db, reference: string): Promise<Row | null> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT j.id, j.reference, j.document, j.kind::text AS kind, j.starts_written AS "startsWritten",
      j.ends_written AS "endsWritten", j.note, j.priorities, j.revision, j.published_at AS "publishedAt",
      j.withdrawn_at AS "withdrawnAt", j.withdrawn_reason AS "withdrawnReason", s.slug,
      soundings.joint_set_text(j.id) AS text, soundings.joint_set_hash(j.id) AS "textHash",
      (SELECT jsonb_agg(jsonb_build_object('organisationId', o.id, 'holderId',
          h.id, 'holder', h.name, 'slug', o.slug, 'name', o.name,
          'signed', coalesce((SELECT jsonb_agg(x.text_hash) FROM joint_set_signature x
            WHERE x.joint_set_id = j.id AND x.organisation_id = o.id), '[]'),
          'signatures', coalesce((SELECT jsonb_agg(jsonb_build_object('by', p.name, 'at', x.signed_at,
            'textHash', x.text_hash)) FROM joint_set_signature x JOIN person p ON p.id = x.signed_by_id
            WHERE x.joint_set_id = j.id AND x.organisation_id = o.id), '[]')) ORDER BY o.name, o.id)
        FROM joint_set_owner w JOIN organisation o ON o.id = w.organisation_id
        JOIN organisation h ON h.id = soundings.answers_for('jointSet', j.id || ':' || o.id, o.id) WHERE w.joint_set_id = j.id) AS owners
    FROM joint_set j LEFT JOIN priority_set s ON s.joint_set_id = j.id WHERE j.reference = ${reference}`;
  return row ?? null;
}
