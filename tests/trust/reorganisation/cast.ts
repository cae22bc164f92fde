import { database } from '~/platform/db.server';
import { makeHoldings } from '../../support/factories/holdings';
import { makeOrganisation, makePerson } from '../../support/factories/people';
import type { Org } from './desk';

export interface Cast {
  proposer: string;
  confirmer: string;
  /** Holds what is left, and accepts for those who follow. */
  holder: { id: string; reference: string };
  accepter: { id: string; reference: string };
  /** Senior responsible owners of the teams that go over. */
  owners: string[];
  north: Org;
  south: Org;
  department: Org;
}

/** Two forces and a department that hold one of nearly everything, with those who keep house. */
export async function makeCountry(): Promise<void> {
  for (const [name, kind] of [
    ['North Force', 'police-force'],
    ['South Force', 'police-force'],
    ['The Department', 'central-government-department'],
  ] as const)
    await makeHoldings((await makeOrganisation({ name, kind })).id);
  await makePerson({ roles: ['coordinator'] });
  await makePerson({ roles: ['administrator'] });
}

/** Of a kind, those who hold most; whoever holds nothing yet is given one of nearly everything. */
async function fullest(kind: string, most: number): Promise<Org[]> {
  const found = await database().$queryRaw<(Org & { held: number })[]>`
    SELECT o.id, o.reference, o.name, count(h.item)::int AS held
    FROM organisation o LEFT JOIN soundings.held_item h ON h.holder_id = o.id
    WHERE o.kind = ${kind} AND o.closed_at IS NULL AND o.merged_into_id IS NULL
    GROUP BY o.id ORDER BY count(h.item) DESC, o.id LIMIT ${most}`;
  for (const { id, held } of found) if (held === 0) await makeHoldings(id);
  return found.map(({ id, reference, name }) => ({ id, reference, name }));
}

const withRole = async (role: 'coordinator' | 'administrator', not: string[]): Promise<string[]> => {
  const rows = await database().installationRoleGrant.findMany({
    where: { role, revokedAt: null, personId: { notIn: not } },
    orderBy: { grantedAt: 'asc' },
    select: { personId: true },
  });
  return rows.map(({ personId }) => personId);
};

export async function castOf(): Promise<Cast> {
  const [north, south] = await fullest('police-force', 2);
  const [department] = await fullest('central-government-department', 1);
  if (!north || !south || !department) throw new Error('two forces and a department are needed');
  const [proposer = ''] = await withRole('coordinator', []);
  const [confirmer = ''] = [
    ...(await withRole('administrator', [proposer])),
    ...(await withRole('coordinator', [proposer])),
  ];
  const ids = [north.id, south.id, department.id];
  const owners = await database().$queryRaw<{ id: string; reference: string }[]>`
    SELECT DISTINCT p.id, p.reference FROM team t JOIN team_membership m ON m.team_id = t.id AND m.ends_at IS NULL
    JOIN person p ON p.id = m.person_id AND p.verified_at IS NOT NULL
    WHERE t.organisation_id = ANY(${ids}::uuid[]) AND m.roles::text[] && ARRAY['seniorResponsibleOwner'] ORDER BY p.id`;
  return {
    ...{ proposer, confirmer, north, south, department, owners: owners.map(({ id }) => id) },
    holder: await makeMover('Holds what is left', ids),
    accepter: await makeMover('Accepts for those who follow', ids),
  };
}

/** Of all three, so that every list of whom to name has them. */
async function makeMover(name: string, organisationIds: string[]) {
  const [first, ...rest] = organisationIds;
  const person = await makePerson({ name, organisationId: first ?? '' });
  for (const organisationId of rest)
    await database().affiliation.create({
      data: {
        ...{ id: crypto.randomUUID(), personId: person.id, organisationId },
        ...{ startsOn: new Date('2020-01-01'), verifiedAt: new Date() },
      },
    });
  return { id: person.id, reference: person.reference };
}
