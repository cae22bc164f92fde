import { expect, test } from 'vitest';
import { moveClock, useDatabase } from '../../../tests/support/database';
import { makeHoldings, makeSuccessor } from '../../../tests/support/factories/holdings';
import { actorFor, makeOrganisation, makePerson } from '../../../tests/support/factories/people';
import { done } from '../../../tests/support/outcome';
import { run } from '../command.server';
import { answerHandovers } from '../succession/commands/answer-handovers.server';
import { confirmReorganisation } from '../succession/commands/confirm-reorganisation.server';
import { nameReorganisationPerson } from '../succession/commands/name-reorganisation-person.server';
import { proposeReorganisation } from '../succession/commands/propose-reorganisation.server';
import { ukDay } from '../uk-time';
import { recordDueFacts } from './due-facts.server';

const store = useDatabase();

const told = async (name: string) => {
  await recordDueFacts();
  const facts = await store.db.fact.findMany({ where: { name }, select: { nounId: true } });
  return facts.map(({ nounId }) => nounId);
};

test('what nobody answers is reminded of once after its day, and goes up once three working days later', async () => {
  const proposer = (await makePerson({ roles: ['coordinator'] })).id;
  const confirmer = (await makePerson({ roles: ['administrator'] })).id;
  const ending = await makeOrganisation({ name: 'Old Force', kind: 'police-force' });
  const holder = (await makeHoldings(ending.id)).person;
  const union = await makeSuccessor('New Force');
  const said = {
    organisation: ending.reference,
    kind: 'merge',
    effectiveOn: ukDay(new Date()),
    basis: 'The Act',
  };
  const other = await makeOrganisation({ name: 'Other Force', kind: 'police-force' });
  const keeper = await makePerson({ organisationId: other.id });
  const both = { others: [other.reference], successors: [union.reference] };
  const { reference } = done(
    await run(proposeReorganisation, await actorFor(proposer), { ...said, ...both }),
  );
  for (const [organisation, person] of [
    [ending, holder],
    [other, keeper],
    [union, union.owner],
  ] as const) {
    const named = { organisation: organisation.reference, person: person.reference };
    done(
      await run(nameReorganisationPerson, await actorFor(proposer), { reorganisation: reference, ...named }),
    );
  }
  done(await run(confirmReorganisation, await actorFor(confirmer), { reorganisation: reference }));
  const offered = await store.db.handover.findMany({ where: { toId: union.id, answer: null } });
  expect(offered.length).toBeGreaterThan(0);
  const [{ answerBy, escalateOn } = { answerBy: null, escalateOn: null }] = offered;
  if (!answerBy || !escalateOn) throw new Error('a confirmed handover has its days');
  const until = (day: Date) => Math.round((day.getTime() - ukDay(new Date()).getTime()) / 86_400_000);

  await moveClock(`${until(answerBy)} days`);
  expect(await told('HandoverIsReminded')).toEqual([]);
  await moveClock('1 day');
  expect(await told('HandoverIsReminded')).toEqual([union.id]);
  expect(await told('HandoverIsReminded')).toEqual([union.id]);
  expect(await told('HandoverIsEscalated')).toEqual([]);
  await moveClock(`${until(escalateOn) - until(answerBy) - 1} days`);
  expect(await told('HandoverIsEscalated')).toEqual([union.id]);
  const all = { reorganisation: reference, answer: 'accepted', which: 'all' };
  done(await run(answerHandovers, await actorFor(union.ownerId), all));
  await moveClock('30 days');
  expect(await told('HandoverIsEscalated')).toEqual([union.id]);
  expect(await told('HandoverIsReminded')).toEqual([union.id]);
});
