import { newId } from '~/platform/ids.server';
import { database } from '~/platform/db.server';
import { newReference } from '~/domain/new-reference.server';
import type { InstallationRole, Person, TeamRole } from '~/domain/actor';
import { actorOf } from '~/domain/people/queries/actor-of.server';

const real = () => new Date();

export async function makeOrganisation(over: { name?: string; kind?: string; domain?: string } = {}) {
  const id = newId();
  const row = await database().organisation.create({
    data: {
      id,
      reference: newReference(),
      slug: `organisation-${id}`,
      name: over.name ?? `Organisation ${id.slice(-6)}`,
      kind: over.kind ?? 'university',
      invented: true,
      createdAt: real(),
    },
  });
  if (over.domain)
    await database().organisationDomain.create({ data: { domain: over.domain, organisationId: id } });
  return row;
}

interface PersonOver {
  name?: string;
  verified?: boolean;
  demonstration?: boolean;
  expert?: boolean;
  roles?: InstallationRole[];
  organisationId?: string;
}

/** A person of the demonstration unless told otherwise, so that no second factor stands in the way. */
export async function makePerson(over: PersonOver = {}) {
  const id = newId();
  const now = real();
  return database().person.create({
    data: {
      id,
      reference: newReference(),
      name: over.name ?? `Person ${id.slice(-6)}`,
      verifiedAt: (over.verified ?? true) ? now : null,
      demonstration: over.demonstration ?? true,
      invented: true,
      createdAt: now,
      emails: { create: { address: `person-${id}@example.org`, primary: true, verifiedAt: now } },
      installationRoles: {
        create: (over.roles ?? []).map((role) => ({ id: newId(), role, grantedAt: now })),
      },
      ...(over.expert ? { expertProfile: { create: { confirmedAt: now } } } : {}),
      ...(over.organisationId
        ? {
            affiliations: {
              create: {
                id: newId(),
                organisationId: over.organisationId,
                startsOn: new Date('2020-01-01'),
                verifiedAt: now,
              },
            },
          }
        : {}),
    },
  });
}

export async function makeTeam(
  over: { organisationId?: string; members?: { personId: string; roles: TeamRole[] }[] } = {},
) {
  const id = newId();
  const organisationId =
    over.organisationId ?? (await makeOrganisation({ kind: 'central-government-department' })).id;
  return database().team.create({
    data: {
      id,
      reference: newReference(),
      organisationId,
      name: `Team ${id.slice(-6)}`,
      createdAt: real(),
      memberships: {
        create: (over.members ?? []).map(({ personId, roles }) => ({
          id: newId(),
          personId,
          roles,
          startsAt: real(),
        })),
      },
    },
  });
}

/** The actor as a request would load it. */
export async function actorFor(personId: string): Promise<Person> {
  const actor = await actorOf(personId, null);
  if (!actor) throw new Error('no such person');
  return actor;
}
