import { newId } from '~/platform/ids.server';
import { database } from '~/platform/db.server';
import { newReference } from '~/domain/new-reference.server';
import { hashPassword } from '~/platform/passwords.server';
import { lockSecret, newSecondFactorSecret } from '~/platform/second-factor.server';
import type { InstallationRole, Person, TeamRole, Visitor } from '~/domain/actor';
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

export const PASSWORD = 'three random words here';

/** A real person with a password, and with a second factor unless told otherwise; gives the secret of it too. */
export async function makeAccount(over: PersonOver & { address?: string; secondFactor?: boolean } = {}) {
  const person = await makePerson({ demonstration: false, ...over });
  const address = over.address ?? `account-${person.id}@example.org`;
  const secret = newSecondFactorSecret();
  const factor =
    over.secondFactor === false ? {} : { totpSecret: lockSecret(secret, person.id), totpConfirmedAt: real() };
  await database().personEmail.updateMany({ where: { personId: person.id }, data: { address } });
  await database().credential.create({
    data: { personId: person.id, passwordHash: await hashPassword(PASSWORD), changedAt: real(), ...factor },
  });
  return { ...person, address, secret };
}

/** The actor of a session in which the second factor was given, or not. */
export async function actorInSession(personId: string, given = true): Promise<Person> {
  const storedId = `session-${newId()}`;
  const now = real();
  const secondFactorAt = given ? now : null;
  await database().session.create({
    data: {
      id: storedId,
      personId,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + 3_600_000),
      secondFactorAt,
    },
  });
  const actor = await actorOf(personId, { storedId, secondFactorAt });
  if (!actor) throw new Error('no such person');
  return actor;
}

export const visitor = (): Visitor => ({ kind: 'visitor', asOf: real() });

/** The last letter to an address, with the token of its link. */
export async function lastLetter(address: string) {
  const letter = await database().mail.findFirstOrThrow({
    where: { toAddress: address },
    orderBy: [{ queuedAt: 'desc' }, { id: 'desc' }],
  });
  return { ...letter, token: /\/([\w-]{43})(?:\s|$)/.exec(letter.text)?.[1] ?? '' };
}
