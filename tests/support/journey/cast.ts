import { database } from '~/platform/db.server';
import { makeOrganisation, makePerson, makeTeam } from '../factories/people';
import { makeFinished } from '../factories/question-cast';

export interface Role {
  id: string;
  name: string;
  reference: string;
}

let cast = 0;

/** Names differ between journeys that share an installation, so that a click on a name means one person. */
const named = (name: string) => `${name} ${String.fromCharCode(65 + (cast % 26))}${cast}`;

const asRole = ({ id, name, reference }: Role): Role => ({ id, name, reference });

/** A department with a team, one person in each role. */
export async function askingTeam() {
  cast += 1;
  const department = await database().organisation.findUniqueOrThrow({ where: { slug: 'home-office' } });
  const member = async (name: string) =>
    asRole(await makePerson({ name: named(name), organisationId: department.id }));
  const author = await member('Amina Yusuf');
  const owner = await member('Owen Pryce');
  const budgetHolder = await member('Beth Holder');
  const moderator = await member('Moira Rance');
  const evaluators = [await member('Evan Lindqvist'), await member('Eve Okonjo')];
  const team = await makeTeam({
    organisationId: department.id,
    members: [
      { personId: author.id, roles: ['author'] },
      { personId: owner.id, roles: ['seniorResponsibleOwner'] },
      { personId: budgetHolder.id, roles: ['budgetHolder'] },
      { personId: moderator.id, roles: ['moderator'] },
      ...evaluators.map(({ id }) => ({ personId: id, roles: ['evaluator' as const] })),
    ],
  });
  return { department, team, author, owner, budgetHolder, moderator, evaluators };
}

type Team = Awaited<ReturnType<typeof askingTeam>>;
type Over = NonNullable<Parameters<typeof makeFinished>[0]>;

/** What the team asked by this route before and had answered; gives its reference. */
export async function pastQuestion(
  { team, author, owner, budgetHolder, moderator, evaluators }: Team,
  over: Over,
) {
  const asking = {
    ...{ teamId: team.id, authorId: author.id, ownerId: owner.id, budgetHolderId: budgetHolder.id },
    ...{ moderatorId: moderator.id, evaluatorId: evaluators[0]?.id ?? moderator.id },
  };
  const criteria = [
    { name: 'Fit to the need', weight: 60, guidance: 'Does it answer what is asked?', minimum: null },
    { name: 'Method', weight: 40, guidance: 'Would it find out?', minimum: null },
  ];
  const { reference } = await makeFinished({ state: 'answered', asking, criteria, ...over });
  return reference;
}

/** An expert at a university, found by a threat area. */
export async function expert(name: string, threatArea = 'illegal-drugs'): Promise<Role> {
  cast += 1;
  const university = await makeOrganisation({ name: `University of ${named('Fairhaven')}` });
  const person = await makePerson({ name: named(name), expert: true, organisationId: university.id });
  const term = await database().term.findFirstOrThrow({ where: { scheme: 'threatArea', slug: threatArea } });
  await database().expertTerm.create({ data: { personId: person.id, termId: term.id } });
  return asRole(person);
}

export async function coordinator(): Promise<Role> {
  cast += 1;
  return asRole(await makePerson({ name: named('Corin Nash'), roles: ['coordinator'] }));
}

export async function committeeReader(): Promise<Role> {
  cast += 1;
  return asRole(await makePerson({ name: named('Cilla Reade'), roles: ['committeeReader'] }));
}

export async function auditor(): Promise<Role> {
  cast += 1;
  return asRole(await makePerson({ name: named('Audrey Marsh'), roles: ['auditor'] }));
}
