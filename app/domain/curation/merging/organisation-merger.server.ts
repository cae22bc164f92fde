import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { whyNotOrganisations, type MergeableOrganisation } from './merge-rules';
import type { Merger } from './merger.server';

const ids = z.array(z.uuid());
const movedInput = z.object({
  affiliations: ids,
  teams: ids,
  domains: z.array(z.string()),
  joinRequests: ids,
});

async function load(tx: Db, id: string): Promise<MergeableOrganisation> {
  const [row] = await tx.$queryRaw<MergeableOrganisation[]>`
    SELECT o.id, o.merged_into_id AS "mergedIntoId", o.closed_at AS "closedAt",
      EXISTS (SELECT FROM question_invitation i JOIN question q ON q.id = i.question_id
        WHERE i.organisation_id = o.id AND q.published_at IS NOT NULL AND q.withdrawn_at IS NULL
          AND q.decided_at IS NULL AND q.answered_at IS NULL) AS invited,
      EXISTS (SELECT FROM team t JOIN question q ON q.team_id = t.id JOIN route r ON r.id = q.route_id AND r.takes_bids
        WHERE t.organisation_id = o.id AND q.published_at IS NOT NULL AND q.withdrawn_at IS NULL
          AND q.decided_at IS NULL) AS "inCompetition"
    FROM organisation o WHERE o.id = ${id}::uuid`;
  if (!row) throw new Error('an organisation vanished while it was locked');
  return row;
}

/** People, teams and domains go over. Bids and impact records name the organisation that stood in them then. */
export const organisationMerger: Merger = {
  whyNot: async (tx, { fromId, intoId }) =>
    whyNotOrganisations(await load(tx, fromId), await load(tx, intoId)),
  move: async (tx, { fromId, intoId }, now) => {
    const affiliations = await tx.$queryRaw<{ id: string }[]>`
      UPDATE affiliation a SET organisation_id = ${intoId}::uuid WHERE a.organisation_id = ${fromId}::uuid
        AND NOT EXISTS (SELECT FROM affiliation x WHERE x.person_id = a.person_id
          AND x.organisation_id = ${intoId}::uuid AND x.ends_on IS NULL) RETURNING a.id`;
    const teams = await tx.$queryRaw<{ id: string }[]>`
      UPDATE team SET organisation_id = ${intoId}::uuid WHERE organisation_id = ${fromId}::uuid RETURNING id`;
    const domains = await tx.$queryRaw<{ domain: string }[]>`
      UPDATE organisation_domain SET organisation_id = ${intoId}::uuid
      WHERE organisation_id = ${fromId}::uuid RETURNING domain`;
    const joinRequests = await tx.$queryRaw<{ id: string }[]>`
      UPDATE join_request SET organisation_id = ${intoId}::uuid
      WHERE organisation_id = ${fromId}::uuid AND decided_at IS NULL RETURNING id`;
    await tx.organisation.update({ where: { id: fromId }, data: { mergedIntoId: intoId, closedAt: now } });
    const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id);
    return {
      affiliations: idsOf(affiliations),
      teams: idsOf(teams),
      domains: domains.map(({ domain }) => domain),
      joinRequests: idsOf(joinRequests),
    };
  },
  putBack: async (tx, { fromId, intoId }, moved) => {
    const back = movedInput.parse(moved);
    const data = { organisationId: fromId };
    const still = { organisationId: intoId };
    await tx.affiliation.updateMany({ where: { id: { in: back.affiliations }, ...still }, data });
    await tx.team.updateMany({ where: { id: { in: back.teams }, ...still }, data });
    await tx.organisationDomain.updateMany({ where: { domain: { in: back.domains }, ...still }, data });
    await tx.joinRequest.updateMany({ where: { id: { in: back.joinRequests }, ...still }, data });
    await tx.organisation.update({ where: { id: fromId }, data: { mergedIntoId: null, closedAt: null } });
  },
};
