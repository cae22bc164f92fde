import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import { isMember } from '../../actor';
import { optionalDayInput } from '../../form-inputs';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { mayKeepJointSet, maySeeJointSet, signsFor } from '../joint/joint-policy';
import { calledThenSql } from '../on-day/organisations-then.server';
import { knownUntil } from '../../taxonomy/known-until.server';
import { ukDay } from '../../uk-time';
import { holderOf } from '../joint/loaded-joint-set.server';
import { hasSigned, signedBefore, standingOf } from '../joint/joint-set';
import type { PriorityKind } from '../priority-set';

interface OwnerRow {
  organisationId: string;
  /** Whoever answered for it by then. */
  holderId: string;
  holder: string;
  slug: string;
  name: string;
  signed: string[];
  signatures: { by: string; at: string; textHash: string }[];
}

interface Row {
  reference: string;
  document: string;
  kind: PriorityKind;
  startsWritten: string;
  endsWritten: string | null;
  note: string;
  priorities: string[];
  revision: number;
  enteredSince: boolean;
  /** Those who answer for its owners of today: a past text is for whoever may read the present one. */
  ownerIds: string[];
  publishedAt: Date | null;
  withdrawnAt: Date | null;
  withdrawnReason: string | null;
  slug: string | null;
  text: string;
  textHash: string;
  owners: OwnerRow[];
}

/** One jointly owned set: the exact text, who has signed it and what may be done next; or as it was known on a day. */
export const jointSetPage = query({
  name: 'strategy.jointSetPage',
  input: z.strictObject({ reference: referenceInput, on: optionalDayInput() }),
  visibleTo: (actor) => actor,
  read: async ({ db, scope: actor, input, now }) => {
    const [day, asked] = [input.on ?? ukDay(now), input.on !== undefined];
    const row = await loadRow(db, input.reference, await knownUntil(db, day));
    if (!row) return null;
    const standing = {
      ownerIds: row.ownerIds,
      published: row.publishedAt !== null,
    };
    if (!isAllowed(maySeeJointSet(actor, standing))) return null;
    const { owners, ownerIds: _, ...set } = row;
    const state = standingOf(row);
    const open = !asked && (state === 'draft' || state === 'signed');
    const keeps = !asked && isAllowed(mayKeepJointSet(actor, standing));
    return {
      ...set,
      ...{ state, day, asked },
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

/** Whoever answered for an owner `o` of the set `j` by an instant: its successor, where it was handed over. */
const holderThenSql = (until: Date): Prisma.Sql => Prisma.sql`
  coalesce((SELECT t.to_id FROM handover t WHERE t.kind = 'jointSet' AND t.item = j.id || ':' || o.id AND t.answer = 'accepted'
    AND t.answered_at < ${until} ORDER BY t.answered_at DESC, t.id DESC LIMIT 1), o.id)`;

/** The set by its text that was the latest by an instant; before its first text, by that. */
async function loadRow(db: Db, reference: string, until: Date): Promise<Row | null> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT j.reference, r.text::jsonb ->> 'document' AS document, r.text::jsonb ->> 'kind' AS kind,
      r.text::jsonb ->> 'from' AS "startsWritten", r.text::jsonb ->> 'until' AS "endsWritten", r.text::jsonb ->> 'note' AS note,
      ARRAY(SELECT p.name FROM jsonb_array_elements_text(r.text::jsonb -> 'priorities') WITH ORDINALITY p(name, place)
        ORDER BY p.place) AS priorities,
      ARRAY(SELECT ${holderOf}::text FROM joint_set_owner o WHERE o.joint_set_id = j.id) AS "ownerIds",
      j.revision, j.proposed_at >= ${until} AS "enteredSince", r.text, r.text_hash AS "textHash",
      CASE WHEN j.published_at < ${until} THEN j.published_at END AS "publishedAt",
      CASE WHEN j.withdrawn_at < ${until} THEN j.withdrawn_at END AS "withdrawnAt",
      CASE WHEN j.withdrawn_at < ${until} THEN j.withdrawn_reason END AS "withdrawnReason",
      CASE WHEN j.published_at < ${until} THEN s.slug END AS slug,
      (SELECT jsonb_agg(jsonb_build_object('organisationId', o.id, 'holderId', h.id, 'holder', h.name, 'slug', o.slug,
          'name', ${calledThenSql('organisation', 'o', until)},
          'signed', coalesce((SELECT jsonb_agg(x.text_hash) FROM joint_set_signature x
            WHERE x.joint_set_id = j.id AND x.organisation_id = o.id AND x.signed_at < ${until}), '[]'),
          'signatures', coalesce((SELECT jsonb_agg(jsonb_build_object('by', p.name, 'at', x.signed_at,
            'textHash', x.text_hash)) FROM joint_set_signature x JOIN person p ON p.id = x.signed_by_id
            WHERE x.joint_set_id = j.id AND x.organisation_id = o.id AND x.signed_at < ${until}), '[]')) ORDER BY o.name, o.id)
        FROM jsonb_array_elements_text(r.text::jsonb -> 'owners') w(id) JOIN organisation o ON o.id = w.id::uuid
        JOIN LATERAL (SELECT a.id, ${calledThenSql('organisation', 'a', until)} AS name FROM organisation a
          WHERE a.id = ${holderThenSql(until)}) h ON true) AS owners
    FROM joint_set j LEFT JOIN priority_set s ON s.joint_set_id = j.id
    JOIN LATERAL (SELECT * FROM joint_set_revision v WHERE v.joint_set_id = j.id ORDER BY v.recorded_at < ${until} DESC,
      CASE WHEN v.recorded_at < ${until} THEN -v.number ELSE v.number END LIMIT 1) r ON true
    WHERE j.reference = ${reference}`;
  return row ?? null;
}
