import { recordFacts } from '~/domain/fact-record.server';
import { newReference } from '~/domain/new-reference.server';
import { addTeamMember } from '~/domain/people/commands/add-team-member.server';
import { createTeam } from '~/domain/people/commands/create-team.server';
import { grantRole } from '~/domain/people/commands/grant-role.server';
import { requestToJoin } from '~/domain/people/commands/request-to-join.server';
import { addDays, ukDay } from '~/domain/uk-time';
import { realNow, soundingsNow } from '~/platform/clock.server';
import { database, type Db } from '~/platform/db.server';
import { newId } from '~/platform/ids.server';
import { GUIDES, KEEPERS, NEWCOMERS, ROLES_OF, TEAMS, type CastMember, type TeamCast } from './content/cast';
import { EXPERTS, OFFICIALS_WITH_PROFILE, type ExpertCast } from './content/experts';
import type { Play } from './replay/play';
import type { Happening } from './replay/timeline';

/** The addresses end in `.example`, so that no letter ever reaches anybody. */
export const addressOf = ({ name, organisation }: CastMember): string => {
  const plain = name.replace(/^(Dr|Professor) /, '').normalize('NFD').replaceAll(/\p{M}/gu, '');
  return `${plain.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@${organisation.replace(/^inv-/, '')}.example`;
};

/** The start of Soundings lists those who were made first: one for each part. */
const guidesFirst = (people: CastMember[]): CastMember[] => {
  const place = ({ key }: CastMember) => (GUIDES.includes(key) ? GUIDES.indexOf(key) : GUIDES.length);
  return [...people].sort((a, b) => place(a) - place(b));
};

const peopleOf = (team: TeamCast) => [team.author, team.owner, team.budgetHolder, team.moderator];

/** A machine that is busy at its first start is slow, not broken. */
const PATIENT = { maxWait: 30_000, timeout: 60_000 };

/** Makes everybody. What people do for themselves when they join is done for them here, in bulk, with its facts. */
export async function makePeople(play: Play): Promise<void> {
  const now = await soundingsNow(database());
  const newcomers = new Set(NEWCOMERS.map(({ key }) => key));
  const everybody = guidesFirst([...KEEPERS, ...TEAMS.flatMap(peopleOf), ...EXPERTS, ...NEWCOMERS]);
  const inOne = (work: (tx: Db) => Promise<void>) => database().$transaction(work, PATIENT);
  for (const [index, person] of everybody.entries()) {
    const about = { now: new Date(now.getTime() + index), verified: !newcomers.has(person.key) };
    await inOne((tx) => makePerson(tx, play, person, about));
  }
  await inOne((tx) => giveFirstRole(tx, play.person('joan').id, now));
  for (const expert of [...EXPERTS, ...OFFICIALS_WITH_PROFILE])
    await inOne((tx) => makeProfile(tx, play, expert, now));
}

async function makePerson(tx: Db, play: Play, person: CastMember, { now, verified }: { now: Date; verified: boolean }) {
  const known = { id: newId(), reference: newReference() };
  play.people.set(person.key, known);
  const address = addressOf(person);
  const { name, title } = person;
  await tx.person.create({
    data: {
      ...known,
      name,
      title,
      demonstration: true,
      invented: true,
      createdAt: now,
      verifiedAt: verified ? now : null,
      verifiedBy: verified ? 'invitation' : null,
      emails: { create: { address, primary: true, verifiedAt: now } },
      credential: { create: { changedAt: realNow() } },
      affiliations: {
        create: {
          id: newId(),
          organisationId: play.organisation(person.organisation).id,
          post: title,
          startsOn: addDays(ukDay(now), -400),
          verifiedAt: verified ? now : null,
        },
      },
    },
  });
  const joined = { name: 'PersonJoined', noun: 'person' as const, nounId: known.id, data: { by: 'demonstration' } };
  const facts = [{ ...joined, personal: { personId: known.id, text: { name, address } } }];
  await recordFacts(tx, { actor: { kind: 'visitor', asOf: now }, now, command: 'demonstration.people' }, facts);
}

async function giveFirstRole(tx: Db, personId: string, now: Date): Promise<void> {
  await tx.installationRoleGrant.create({ data: { id: newId(), personId, role: 'administrator', grantedAt: now } });
  const fact = { name: 'RoleWasGranted', noun: 'person' as const, nounId: personId, data: { role: 'administrator' } };
  await recordFacts(tx, { actor: { kind: 'visitor', asOf: now }, now, command: 'demonstration.people' }, [fact]);
}

type Profile = Omit<ExpertCast, 'name' | 'title' | 'organisation'>;

async function makeProfile(tx: Db, play: Play, expert: Profile, now: Date): Promise<void> {
  const { id: personId } = play.person(expert.key);
  const { summary, availability, days, clearance, languages, regions } = expert;
  await tx.expertProfile.create({
    data: {
      personId,
      summary,
      availability,
      capacityDays: days,
      languages,
      regions,
      confirmedAt: now,
      ...(clearance
        ? { clearanceLevel: clearance, clearanceSponsor: 'Home Office', clearanceExpires: addDays(ukDay(now), 1100) }
        : {}),
    },
  });
  const wanted = [
    { scheme: 'threatArea' as const, slug: { in: expert.threats } },
    { scheme: 'method' as const, slug: { in: expert.methods } },
    { scheme: 'discipline' as const, slug: { in: expert.disciplines } },
  ];
  const terms = await tx.term.findMany({ where: { OR: wanted }, select: { id: true } });
  const said = expert.threats.length + expert.methods.length + expert.disciplines.length;
  if (terms.length < said) throw new Error(`${expert.key} names a term that is not there`);
  await tx.expertTerm.createMany({ data: terms.map(({ id: termId }) => ({ personId, termId })) });
  const fact = { name: 'ExpertProfileWasMade', noun: 'person' as const, nounId: personId };
  await recordFacts(tx, { actor: { kind: 'visitor', asOf: now }, now, command: 'demonstration.people' }, [fact]);
}

/** Roles and teams, given by those who may; then the newcomers ask to be let in. */
export function peopleHappenings(play: Play): Happening[] {
  const grants = KEEPERS.flatMap(({ key, roles }) => roles.map((role) => ({ key, role }))).filter(({ key }) => key !== 'joan');
  return [
    { daysAgo: 278, what: 'people', run: () => makePeople(play) },
    ...grants.map(({ key, role }) => ({
      daysAgo: 277,
      what: `${key} becomes ${role}`,
      run: () => play.does('joan', grantRole, { person: play.person(key).reference, role }),
    })),
    ...TEAMS.map((team) => ({ daysAgo: 276, what: `team ${team.key}`, run: () => makeTeam(play, team) })),
    ...NEWCOMERS.filter(({ reason }) => reason !== undefined).map(({ key, organisation, reason }, index) => ({
      daysAgo: 6 - index,
      what: `${key} asks to join`,
      run: () => play.does(key, requestToJoin, { organisation: play.organisation(organisation).reference, reason }),
    })),
  ];
}

async function makeTeam(play: Play, team: TeamCast): Promise<void> {
  const { name, purpose } = team;
  const organisation = play.organisation(team.organisation).reference;
  const { reference } = await play.does('eleanor', createTeam, { organisation, name, purpose });
  const { id } = await database().team.findUniqueOrThrow({ where: { reference }, select: { id: true } });
  play.teams.set(team.key, { id, reference });
  for (const part of ['author', 'owner', 'budgetHolder', 'moderator'] as const)
    await play.does('eleanor', addTeamMember, { team: reference, address: addressOf(team[part]), roles: ROLES_OF[part] });
}
