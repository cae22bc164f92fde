import { database } from '~/platform/db.server';
import { makeAccount, makeOrganisation, makePerson, makeTeam } from '../../../support/factories/people';
import type { AskingTeam } from '../../../support/factories/questions';
import { makeToken } from '../../../support/factories/tokens';
import { cookieFor } from '../../../support/journey/session';
import { ACTOR_NAMES, ACTORS, type ActorName, type Role } from '../roles';

interface Player {
  id: string;
  reference: string;
  cookie: string;
  token: string | undefined;
}

export interface Cast {
  people: Record<ActorName, Player>;
  asking: AskingTeam;
  /** What stands for an actor in a header; the visitor has none. */
  cookieOf: (actor: ActorName) => string | undefined;
  /** What their programs show; nobody makes a token before the second factor was given. */
  tokenOf: (actor: ActorName) => string | undefined;
}

const INSTALLATION = {
  coordinator: 'coordinator',
  auditor: 'auditor',
  'committee reader': 'committeeReader',
  administrator: 'administrator',
} as const;

/** Everybody as real people with a second factor, signed in; each with the roles that the list gives them. */
export async function makeCast(): Promise<Cast> {
  const university = (await makeOrganisation()).id;
  const made: Partial<Record<ActorName, Player>> = {};
  for (const name of ACTOR_NAMES) if (name !== 'visitor') made[name] = await makePlayer(name, university);
  const people = made as Record<ActorName, Player>;
  const asking = await makeTeams(people);
  await halveSession(people['person before the second factor'].id);
  return {
    ...{ people, asking },
    cookieOf: (actor) => made[actor]?.cookie,
    tokenOf: (actor) => made[actor]?.token,
  };
}

async function makePlayer(name: ActorName, organisationId: string): Promise<Player> {
  const roles: readonly Role[] = ACTORS[name];
  const over = {
    name: `The ${name}`,
    verified: name === 'person before the second factor' || roles.includes('member'),
    expert: roles.includes('expert'),
    roles: Object.entries(INSTALLATION).flatMap(([word, role]) =>
      roles.includes(word as Role) ? [role] : [],
    ),
    organisationId,
  };
  const { id, reference } = roles.includes('demonstration account')
    ? await makePerson(over)
    : await makeAccount(over);
  const token = roles.includes('half signed in') ? undefined : await makeToken(id);
  return { id, reference, cookie: await cookieFor(id), token };
}

/** The team that asks, with one role each, and another team with two authors. */
async function makeTeams(people: Record<ActorName, Player>): Promise<AskingTeam> {
  const asking = {
    authorId: people.author.id,
    ownerId: people['senior responsible owner'].id,
    budgetHolderId: people['budget holder'].id,
    moderatorId: people.moderator.id,
    evaluatorId: people.evaluator.id,
  };
  const { id: teamId } = await makeTeam({
    members: [
      { personId: asking.authorId, roles: ['author'] },
      { personId: asking.ownerId, roles: ['seniorResponsibleOwner'] },
      { personId: asking.budgetHolderId, roles: ['budgetHolder'] },
      { personId: asking.moderatorId, roles: ['moderator'] },
      { personId: people.observer.id, roles: ['observer'] },
    ],
  });
  await makeTeam({
    members: [
      { personId: people['civil servant of another team'].id, roles: ['author'] },
      { personId: people['coordinator and author of another team'].id, roles: ['author'] },
    ],
  });
  return { teamId, ...asking };
}

/** The password was given, the second factor not yet. */
const halveSession = (personId: string) =>
  database().session.updateMany({ where: { personId }, data: { secondFactorAt: null } });
