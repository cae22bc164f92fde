import { z } from 'zod';
import { hasRole, isMember } from '../../actor';
import { optionalDayInput } from '../../form-inputs';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { ukDay } from '../../uk-time';
import { mayProposeJointSet, mayReadJointSets } from '../joint/joint-policy';
import { standingOf, type OwnerSigning } from '../joint/joint-set';
import { holderOf } from '../joint/loaded-joint-set.server';
import { calledThenSql } from '../on-day/organisations-then.server';
import { knownUntil } from '../../taxonomy/known-until.server';

interface Row {
  reference: string;
  document: string;
  publishedAt: Date | null;
  withdrawnAt: Date | null;
  textHash: string;
  owners: (OwnerSigning & { name: string })[];
}

const MOST = 200;

/** Jointly owned sets with who has signed, as far as the actor may know of them; the latest first. */
export const jointSets = query({
  name: 'strategy.jointSets',
  input: z.strictObject({ on: optionalDayInput() }),
  visibleTo: (actor) => ({
    all: hasRole(actor, 'coordinator') || hasRole(actor, 'auditor'),
    own: isMember(actor) ? actor.teams.map(({ organisationId }) => organisationId) : [],
    may: mayReadJointSets(actor),
  }),
  read: async ({ db, actor, scope, input, now }) => {
    if (!isAllowed(scope.may)) return null;
    const day = input.on ?? ukDay(now);
    const until = await knownUntil(db, day);
    const rows = await db.$queryRaw<Row[]>`
      SELECT j.reference, r.document, CASE WHEN j.published_at < ${until} THEN j.published_at END AS "publishedAt",
        CASE WHEN j.withdrawn_at < ${until} THEN j.withdrawn_at END AS "withdrawnAt", r.text_hash AS "textHash",
        coalesce((SELECT jsonb_agg(jsonb_build_object('organisationId', o.id, 'name', ${calledThenSql('organisation', 'o', until)}, 'signed', ARRAY(
            SELECT s.text_hash FROM joint_set_signature s WHERE s.joint_set_id = j.id AND s.organisation_id = o.id
              AND s.signed_at < ${until})) ORDER BY o.name, o.id)
          FROM jsonb_array_elements_text(r.text::jsonb -> 'owners') w(id) JOIN organisation o ON o.id = w.id::uuid),
          '[]') AS owners
      FROM joint_set j JOIN LATERAL (SELECT * FROM joint_set_revision v
        WHERE v.joint_set_id = j.id AND v.recorded_at < ${until} ORDER BY v.number DESC LIMIT 1) r ON true
      WHERE ${scope.all} OR j.published_at < ${until} OR EXISTS (
        SELECT FROM joint_set_owner o WHERE o.joint_set_id = j.id AND ${holderOf} = ANY(${scope.own}::uuid[]))
      ORDER BY j.proposed_at DESC, j.id LIMIT ${MOST}`;
    return {
      day,
      asked: input.on !== undefined,
      sets: rows.map(({ owners, ...row }) => ({
        reference: row.reference,
        document: row.document,
        standing: standingOf({ ...row, owners }),
        owners: owners.map(({ name, signed }) => ({ name, signed: signed.includes(row.textHash) })),
      })),
      may: { propose: isAllowed(mayProposeJointSet(actor)) },
    };
  },
});
