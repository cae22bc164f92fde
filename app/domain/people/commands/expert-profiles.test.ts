import { expect, test } from 'vitest';
import {
  actorFor,
  makeOrganisation,
  makePerson,
  makeTeam,
  visitor,
} from '../../../../tests/support/factories/people';
import { moveClock, useDatabase } from '../../../../tests/support/database';
import { done, ending } from '../../../../tests/support/outcome';
import type { Actor } from '../../actor';
import { run } from '../../command.server';
import { ask } from '../../query.server';
import { expertPage } from '../queries/expert-page.server';
import { experts } from '../queries/experts.server';
import { expertiseChoices } from '../queries/expertise-choices.server';
import { ownExpertProfile } from '../queries/own-expert-profile.server';
import { changeExpertProfile } from './change-expert-profile.server';
import { confirmExpertProfile } from './confirm-expert-profile.server';

const base = useDatabase();
const termsOf = (scheme: 'threatArea' | 'method') =>
  base.db.term.findMany({ where: { scheme }, orderBy: { position: 'asc' } });
const whole = { summary: 'Ports and pallets', listed: true, availability: 'limited' };

async function expert(over: Record<string, unknown> = {}) {
  const person = await makePerson();
  const actor = await actorFor(person.id);
  done(await run(changeExpertProfile, actor, { ...whole, ...over }));
  return { ...person, actor: await actorFor(person.id) };
}
const namesFor = async (actor: Actor, filters: Record<string, unknown>) =>
  (await ask(experts, actor, filters))?.rows.map(({ name }) => name) ?? [];

test('a profile is made, read back, changed; a stale form is refused', async () => {
  const [threat, other] = await termsOf('threatArea');
  const [method] = await termsOf('method');
  const input = {
    threatAreas: [threat!.reference, other!.reference],
    methods: [method!.reference],
    languages: 'albanian, French , albanian',
    regions: 'West Midlands',
    capacityDays: '20',
    clearanceLevel: 'SC',
    clearanceSponsor: 'Home Office',
    webAddress: 'https://example.ac.uk/ada',
  };
  const { actor, reference } = await expert(input);
  expect(actor.expert).toBe(true);
  expect(await ask(ownExpertProfile, actor, {})).toMatchObject({
    ...whole,
    languages: 'Albanian, French',
    capacityDays: 20,
    revision: 1,
  });
  expect((await ask(expertPage, actor, { reference }))?.terms).toHaveLength(3);
  expect(ending(await run(changeExpertProfile, actor, whole))).toBe('ProfileHasChanged');
  done(await run(changeExpertProfile, actor, { ...whole, threatAreas: threat!.reference, revision: 1 }));
  expect((await ask(expertPage, actor, { reference }))?.terms).toHaveLength(1);
});

test.each([
  [{ capacityDays: '400' }, 'capacityDays'],
  [{ webAddress: 'javascript:alert(1)' }, 'webAddress'],
  [{ threatAreas: ['AAAA-AAAA'] }, 'threatAreas'],
  [{ clearanceLevel: 'COSMIC' }, 'clearanceLevel'],
  [{ summary: 'x'.repeat(2001) }, 'summary'],
])('%j is refused beside its field', async (over, field) => {
  const outcome = await run(changeExpertProfile, await actorFor((await makePerson()).id), {
    ...whole,
    ...over,
  });
  expect(outcome.kind === 'invalid' && outcome.issues[0]?.path[0]).toBe(field);
});

test('a term counts only as what it is, and a sponsor needs a level', async () => {
  const actor = await actorFor((await makePerson()).id);
  const [method] = await termsOf('method');
  expect(ending(await run(changeExpertProfile, actor, { ...whole, threatAreas: [method!.reference] }))).toBe(
    'TermIsNotKnown',
  );
  expect(ending(await run(changeExpertProfile, actor, { ...whole, clearanceSponsor: 'X' }))).toBe(
    'ClearanceIsMissing',
  );
});

test('clearance is seen by its owner and by those who commission, and by nobody of a firm', async () => {
  const { actor, reference } = await expert({ clearanceLevel: 'DV', clearanceSponsor: 'Somebody' });
  const seen = async (personId: string) =>
    (await ask(expertPage, await actorFor(personId), { reference }))?.clearance ?? null;
  expect((await ask(expertPage, actor, { reference }))?.clearance?.level).toBe('DV');
  const [plain, observer, author] = [await makePerson(), await makePerson(), await makePerson()];
  const firm = await makeOrganisation({ kind: 'private-sector' });
  const consultant = await makePerson({ organisationId: firm.id });
  await makeTeam({
    members: [
      { personId: observer.id, roles: ['observer'] },
      { personId: author.id, roles: ['author'] },
      { personId: consultant.id, roles: ['author'] },
    ],
  });
  expect(await seen(plain.id)).toBeNull();
  expect(await seen(observer.id)).toBeNull();
  expect(await seen((await makePerson({ roles: ['coordinator'] })).id)).toBeNull();
  expect(await seen(consultant.id)).toBeNull();
  expect((await seen(author.id))?.level).toBe('DV');
});

test('who is off the list is found by nobody but themselves and those who keep house', async () => {
  const { name, reference, actor } = await expert({ listed: false, languages: 'Volapük' });
  const filters = { language: 'volapük' };
  const member = await actorFor((await makePerson()).id);
  const coordinator = await actorFor((await makePerson({ roles: ['coordinator'] })).id);
  expect(await namesFor(member, filters)).toEqual([]);
  expect(await ask(expertPage, member, { reference })).toBeNull();
  expect(await namesFor(actor, filters)).toEqual([name]);
  expect(await namesFor(coordinator, filters)).toEqual([name]);
  expect((await ask(expertiseChoices, member, {}))?.languages).not.toContain('Volapük');
});

test('visitors and people who are not verified find nobody', async () => {
  const { reference } = await expert();
  const unverified = await actorFor((await makePerson({ verified: false })).id);
  for (const actor of [visitor(), unverified]) {
    expect(await namesFor(actor, {})).toEqual([]);
    expect(await ask(expertPage, actor, { reference })).toBeNull();
  }
  expect(ending(await run(changeExpertProfile, unverified, whole))).toBe('denied');
});

test('filters by threat area, method, availability and language hold together', async () => {
  const [first, second] = await termsOf('threatArea');
  const [method] = await termsOf('method');
  const one = await expert({
    threatAreas: [first!.reference],
    methods: [method!.reference],
    languages: 'Twi',
  });
  const two = await expert({
    threatAreas: [second!.reference],
    languages: 'Twi',
    availability: 'unavailable',
  });
  const member = await actorFor((await makePerson()).id);
  const twi = { language: 'Twi' };
  expect((await namesFor(member, twi)).sort()).toEqual([one.name, two.name].sort());
  expect(await namesFor(member, { ...twi, threat: first!.reference })).toEqual([one.name]);
  expect(await namesFor(member, { ...twi, method: method!.reference })).toEqual([one.name]);
  expect(await namesFor(member, { ...twi, availability: 'unavailable' })).toEqual([two.name]);
  expect(await namesFor(member, { ...twi, threat: second!.reference, method: method!.reference })).toEqual(
    [],
  );
});

test('suspended and erased experts are gone from list and page', async () => {
  const { id, reference } = await expert({ languages: 'Manx' });
  await base.db.person.update({ where: { id }, data: { suspendedAt: new Date() } });
  const member = await actorFor((await makePerson()).id);
  expect(await namesFor(member, { language: 'Manx' })).toEqual([]);
  expect(await ask(expertPage, member, { reference })).toBeNull();
});

test('a profile asks to be confirmed after half a year, and one click does it', async () => {
  const { id, reference } = await expert();
  await moveClock('181 days');
  const actor = await actorFor(id);
  expect((await ask(expertPage, actor, { reference }))?.asksToBeConfirmed).toBe(true);
  done(await run(confirmExpertProfile, actor, {}));
  expect((await ask(expertPage, await actorFor(id), { reference }))?.asksToBeConfirmed).toBe(false);
  const without = await actorFor((await makePerson()).id);
  expect(ending(await run(confirmExpertProfile, without, {}))).toBe('hidden');
});
