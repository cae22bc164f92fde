import { expect, test } from 'vitest';
import { useDatabase } from '../../../tests/support/database';
import { actorFor, makePerson, makeTeam } from '../../../tests/support/factories/people';
import { ask } from '../query.server';
import { stepsToDo } from './first-steps';
import { firstSteps } from './queries/first-steps.server';

const store = useDatabase();

test('what is missing before the first question is told step by step, to those who invite', async () => {
  const { id } = await makePerson({ roles: ['administrator'] });
  const toDo = async () => {
    const done = await ask(firstSteps, await actorFor(id), {});
    return done && stepsToDo(done);
  };
  expect(await toDo()).toEqual(['coordinator', 'team', 'members', 'experts']);
  const coordinator = await makePerson({ roles: ['coordinator'] });
  expect(await toDo()).toEqual(['team', 'members', 'experts']);

  const alone = await makePerson();
  const both = { personId: alone.id, roles: ['author' as const, 'seniorResponsibleOwner' as const] };
  const team = await makeTeam({ members: [both] });
  expect(await toDo()).toEqual(['members', 'experts']);
  const second = await makePerson();
  const since = { teamId: team.id, startsAt: new Date() };
  await store.db.teamMembership.create({
    data: { id: second.id, personId: second.id, roles: ['author'], ...since },
  });
  expect(await toDo()).toEqual(['experts']);

  const expert = await makePerson({ expert: true });
  const method = await store.db.term.findFirstOrThrow({ where: { scheme: 'method' } });
  await store.db.expertTerm.create({ data: { personId: expert.id, termId: method.id } });
  expect(await toDo()).toEqual(['experts']);
  const area = await store.db.term.findFirstOrThrow({ where: { scheme: 'threatArea' } });
  await store.db.expertTerm.create({ data: { personId: expert.id, termId: area.id } });
  expect(await toDo()).toEqual([]);

  await store.db.team.update({ where: { id: team.id }, data: { closedAt: new Date() } });
  expect(await toDo()).toEqual(['team', 'members']);
  expect(await ask(firstSteps, await actorFor(coordinator.id), {})).not.toBeNull();
  expect(await ask(firstSteps, await actorFor(expert.id), {})).toBeNull();
});
