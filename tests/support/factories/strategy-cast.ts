import type { Person } from '~/domain/actor';
import { actorFor, makeOrganisation, makePerson, makeTeam } from './people';

/** Somebody who answers for a team of an organisation of its own. */
export async function makeOwner(name: string) {
  const organisation = await makeOrganisation({ name, kind: 'central-government-department' });
  const person = await makePerson({ name: `Owner of ${name}` });
  const members = [{ personId: person.id, roles: ['seniorResponsibleOwner' as const] }];
  const team = await makeTeam({ organisationId: organisation.id, members });
  return { organisation, team, id: person.id, actor: await actorFor(person.id) };
}
export type Owner = Awaited<ReturnType<typeof makeOwner>>;

export const makeCoordinator = async (): Promise<Person> =>
  actorFor((await makePerson({ roles: ['coordinator'] })).id);
