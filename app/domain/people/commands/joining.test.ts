import { expect, test } from 'vitest';
import {
  actorFor,
  actorInSession,
  lastLetter,
  makeAccount,
  makeOrganisation,
  makePerson,
  visitor,
} from '../../../../tests/support/factories/people';
import { useDatabase } from '../../../../tests/support/database';
import { done, ending } from '../../../../tests/support/outcome';
import { run } from '../../command.server';
import { ask } from '../../query.server';
import { joinRequestPage } from '../queries/join-request-page.server';
import { joinRequests } from '../queries/join-requests.server';
import { linkOfLetter } from '../queries/link-of-letter.server';
import { decideJoinRequest } from './decide-join-request.server';
import { join } from './join.server';
import { requestToJoin } from './request-to-join.server';
import { startJoining } from './start-joining.server';

const base = useDatabase();
let peers = 0;
const peer = () => `10.3.0.${(peers += 1)}`;
const NEW = { name: 'Ada Example', password: 'three random words here' };

async function joined(address: string) {
  done(await run(startJoining, visitor(), { address, peer: peer() }));
  const { token } = await lastLetter(address);
  return { token, ...done(await run(join, visitor(), { token, ...NEW, peer: peer() })) };
}

test("an organisation's domain, or one below it, lets in at once and confirms the affiliation", async () => {
  const organisation = await makeOrganisation({ domain: 'known.ac.uk' });
  done(await run(startJoining, visitor(), { address: 'ada@cs.known.ac.uk', peer: peer() }));
  const { token } = await lastLetter('ada@cs.known.ac.uk');
  expect(await ask(linkOfLetter, visitor(), { token, purpose: 'join' })).toMatchObject({
    organisation: organisation.name,
  });
  const { personId, verified } = done(await run(join, visitor(), { token, ...NEW, peer: peer() }));
  expect(verified).toBe(true);
  const actor = await actorFor(personId);
  expect(actor).toMatchObject({
    verified: true,
    organisationIds: [organisation.id],
    secondFactorPassed: false,
  });
  const names = (
    await base.db.fact.findMany({ where: { nounId: personId }, orderBy: { number: 'asc' } })
  ).map((f) => f.name);
  expect(names).toEqual(['PersonJoined', 'AffiliationWasConfirmed', 'PersonWasVerified']);
});

test('an address of nobody known joins unverified', async () => {
  await makeOrganisation({ domain: 'example-college.ac.uk' });
  const { personId, verified } = await joined('ada@notexample-college.ac.uk');
  expect(verified).toBe(false);
  expect(await actorFor(personId)).toMatchObject({ verified: false, organisationIds: [] });
});

test('a link joins once, and not after an hour', async () => {
  const { token } = await joined('once@example.org');
  expect(ending(await run(join, visitor(), { token, ...NEW, peer: peer() }))).toBe('LinkHasExpired');
  done(await run(startJoining, visitor(), { address: 'late@example.org', peer: peer() }));
  const late = await lastLetter('late@example.org');
  await base.db.oneTimeToken.updateMany({
    where: { address: 'late@example.org' },
    data: { expiresAt: new Date(0) },
  });
  expect(ending(await run(join, visitor(), { token: late.token, ...NEW, peer: peer() }))).toBe(
    'LinkHasExpired',
  );
});

test('who has an account is told by letter only', async () => {
  const { address } = await makeAccount();
  const taken = await run(startJoining, visitor(), { address, peer: peer() });
  const free = await run(startJoining, visitor(), { address: 'free@example.org', peer: peer() });
  expect(taken).toEqual(free);
  const letter = await lastLetter(address);
  expect(letter.subject).toContain('already have');
  expect(letter.token).toBe('');
});

async function waiting(over: { demonstration?: boolean } = {}) {
  const person = over.demonstration
    ? await makePerson({ verified: false })
    : await makeAccount({ verified: false });
  const actor = over.demonstration ? await actorFor(person.id) : await actorInSession(person.id);
  const organisation = await makeOrganisation();
  const input = { organisation: organisation.reference, reason: 'I study ports' };
  const { reference } = done(await run(requestToJoin, actor, input));
  return { person, actor, organisation, reference };
}

test('a coordinator lets somebody in: verified, affiliated, told', async () => {
  const coordinator = await actorFor((await makePerson({ roles: ['coordinator'] })).id);
  const { person, organisation, reference } = await waiting();
  const page = await ask(joinRequests, coordinator, {});
  expect(page?.rows.map((row) => row.reference)).toContain(reference);
  expect(await ask(joinRequestPage, coordinator, { reference })).toMatchObject({
    reason: 'I study ports',
    decidedAt: null,
  });
  done(await run(decideJoinRequest, coordinator, { request: reference, decision: 'accept' }));
  expect(await actorFor(person.id)).toMatchObject({ verified: true, organisationIds: [organisation.id] });
  const { address } = await base.db.personEmail.findFirstOrThrow({ where: { personId: person.id } });
  expect((await lastLetter(address)).subject).toContain('now a member');
  expect(ending(await run(decideJoinRequest, coordinator, { request: reference, decision: 'accept' }))).toBe(
    'JoinWasDecided',
  );
});

test('declining needs a reason, which the person reads, and one may ask again', async () => {
  const coordinator = await actorFor((await makePerson({ roles: ['coordinator'] })).id);
  const { person, actor, reference } = await waiting();
  const decline = { request: reference, decision: 'decline' };
  expect(ending(await run(decideJoinRequest, coordinator, decline))).toBe('ReasonIsMissing');
  done(await run(decideJoinRequest, coordinator, { ...decline, reason: 'Who are you?' }));
  expect(await actorFor(person.id)).toMatchObject({ verified: false });
  const { address } = await base.db.personEmail.findFirstOrThrow({ where: { personId: person.id } });
  expect((await lastLetter(address)).text).toContain('Who are you?');
  done(await run(requestToJoin, actor, { organisationName: 'A firm', reason: 'Me again' }));
});

test('one asks once at a time, and says where one belongs', async () => {
  const { actor } = await waiting();
  expect(ending(await run(requestToJoin, actor, { organisationName: 'X', reason: 'Again' }))).toBe(
    'JoinWasRequested',
  );
  const other = await actorInSession((await makeAccount({ verified: false })).id);
  expect(ending(await run(requestToJoin, other, { reason: 'Hello' }))).toBe('OrganisationIsMissing');
});

test('two coordinators at once decide once', async () => {
  const one = await actorFor((await makePerson({ roles: ['coordinator'] })).id);
  const two = await actorFor((await makePerson({ roles: ['administrator'] })).id);
  const { reference } = await waiting({ demonstration: true });
  const outcomes = await Promise.all([
    run(decideJoinRequest, one, { request: reference, decision: 'accept' }),
    run(decideJoinRequest, two, { request: reference, decision: 'decline', reason: 'No' }),
  ]);
  expect(outcomes.map(ending).sort()).toEqual(['JoinWasDecided', 'done']);
});

test.each(['auditor', 'committeeReader'] as const)('the %s decides and reads no request', async (role) => {
  const actor = await actorFor((await makePerson({ roles: [role] })).id);
  const { reference } = await waiting({ demonstration: true });
  expect(ending(await run(decideJoinRequest, actor, { request: reference, decision: 'accept' }))).toBe(
    'denied',
  );
  expect(await ask(joinRequestPage, actor, { reference })).toBeNull();
  expect(await ask(joinRequests, actor, {})).toBeNull();
});
