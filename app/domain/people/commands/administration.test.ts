import { beforeAll, expect, test } from 'vitest';
import {
  actorFor,
  actorInSession,
  lastLetter,
  makeAccount,
  makeOrganisation,
  makePerson,
  makeTeam,
  visitor,
} from '../../../../tests/support/factories/people';
import { useDatabase } from '../../../../tests/support/database';
import { done, ending } from '../../../../tests/support/outcome';
import type { Person } from '../../actor';
import { run } from '../../command.server';
import { ask } from '../../query.server';
import { hasAdministrator } from '../queries/has-administrator.server';
import { people } from '../queries/people.server';
import { personPage } from '../queries/person-page.server';
import { askPasswordReset } from './ask-password-reset.server';
import { changeOwnDetails } from './change-own-details.server';
import { clearSecondFactor } from './clear-second-factor.server';
import { erasePerson } from './erase-person.server';
import { grantRole } from './grant-role.server';
import { restorePerson } from './restore-person.server';
import { revokeRole } from './revoke-role.server';
import { setUpInstallation } from './set-up-installation.server';
import { suspendPerson } from './suspend-person.server';

const base = useDatabase();
let first: Person;

beforeAll(async () => {
  const form = { name: 'First', password: 'three random words here', peer: '10.5.0.1' };
  expect(await ask(hasAdministrator, visitor(), {})).toBe(false);
  const outcomes = await Promise.all(
    [1, 2, 3].map((turn) =>
      run(setUpInstallation, visitor(), { ...form, address: `first-${turn}@example.org` }),
    ),
  );
  expect(outcomes.map(ending).sort()).toEqual(['done', 'hidden', 'hidden']);
  const winner = outcomes.find((outcome) => outcome.kind === 'done');
  if (winner?.kind !== 'done') throw new Error('nobody was first');
  const { personId } = winner.value;
  await base.db.credential.update({
    where: { personId },
    data: { totpSecret: new Uint8Array(1), totpConfirmedAt: new Date() },
  });
  first = await actorInSession(personId);
});

test('an empty installation is set up once, by one', async () => {
  expect(first.roles).toEqual(['administrator']);
  expect(await ask(hasAdministrator, visitor(), {})).toBe(true);
});

test('the last administrator keeps the role and the account', async () => {
  const self = { person: first.reference };
  expect(ending(await run(revokeRole, first, { ...self, role: 'administrator' }))).toBe(
    'LastAdministratorStays',
  );
  expect(ending(await run(suspendPerson, first, { ...self, reason: 'x' }))).toBe('PersonIsYou');
  const { id } = first;
  await expect(base.db.person.update({ where: { id }, data: { suspendedAt: new Date() } })).rejects.toThrow(
    'last administrator',
  );
});

test('of two administrators who revoke each other at once, one stays', async () => {
  const one = await actorFor((await makePerson({ roles: ['administrator'] })).id);
  await base.db.installationRoleGrant.updateMany({
    where: { personId: first.id },
    data: { revokedAt: new Date() },
  });
  const two = await actorFor((await makePerson({ roles: ['administrator'] })).id);
  const outcomes = await Promise.all([
    run(revokeRole, one, { person: two.reference, role: 'administrator' }),
    run(revokeRole, two, { person: one.reference, role: 'administrator' }),
  ]);
  expect(outcomes.map(ending).sort()).toEqual(['LastAdministratorStays', 'done']);
  await base.db.installationRoleGrant.updateMany({
    where: { personId: first.id },
    data: { revokedAt: null },
  });
});

test('roles are given and taken back, dated and by whom', async () => {
  const { id, reference } = await makePerson({ verified: false });
  const role = { person: reference, role: 'coordinator' };
  done(await run(grantRole, first, role));
  expect(await actorFor(id)).toMatchObject({ roles: ['coordinator'], verified: true });
  expect(ending(await run(grantRole, first, role))).toBe('RoleIsHeld');
  done(await run(revokeRole, first, role));
  expect((await actorFor(id)).roles).toEqual([]);
  expect(ending(await run(revokeRole, first, role))).toBe('RoleIsNotHeld');
  const grants = await base.db.installationRoleGrant.findMany({ where: { personId: id } });
  expect(grants).toMatchObject([{ grantedById: first.id }]);
});

test('whoever is no administrator is denied, and the attempt stands in the history of the person', async () => {
  const coordinator = await actorFor((await makePerson({ roles: ['coordinator'] })).id);
  const target = await makePerson();
  expect(ending(await run(grantRole, coordinator, { person: target.reference, role: 'administrator' }))).toBe(
    'denied',
  );
  expect(
    ending(
      await run(erasePerson, coordinator, {
        person: target.reference,
        basis: 'request',
        confirmation: target.name,
      }),
    ),
  ).toBe('denied');
  expect(
    await base.db.fact.count({
      where: { nounId: target.id, name: 'AttemptWasDenied', actorId: coordinator.id },
    }),
  ).toBe(2);
  expect(await ask(people, coordinator, {})).toBeNull();
  expect(await ask(personPage, coordinator, { reference: target.reference })).toBeNull();
});

test('a suspended person is signed out and comes back when let in again', async () => {
  const { id, reference } = await makeAccount();
  await actorInSession(id);
  done(await run(suspendPerson, first, { person: reference, reason: 'Left the account open' }));
  expect(await base.db.session.count({ where: { personId: id } })).toBe(0);
  await expect(actorFor(id)).rejects.toThrow();
  done(await run(restorePerson, first, { person: reference }));
  expect((await actorFor(id)).id).toBe(id);
});

test('a lost second factor is cleared', async () => {
  const { id, reference } = await makeAccount();
  done(await run(clearSecondFactor, first, { person: reference }));
  expect((await actorFor(id)).secondFactorSetUp).toBe(false);
});

test('an erasure takes the name and every way in, destroys the key, and leaves the facts', async () => {
  const { id, name, reference, address } = await makeAccount({ expert: true, name: 'Unique Person' });
  const organisation = await makeOrganisation();
  await base.db.affiliation.create({
    data: { id, personId: id, organisationId: organisation.id, startsOn: new Date('2020-01-01') },
  });
  await makeTeam({ members: [{ personId: id, roles: ['author'] }] });
  const actor = await actorInSession(id);
  done(await run(changeOwnDetails, actor, { name, orcid: '0000000151093700', revision: 1 }));
  done(await run(askPasswordReset, visitor(), { address, peer: '10.5.0.2' }));
  expect((await lastLetter(address)).token).not.toBe('');
  const before = await base.db.fact.count({ where: { nounId: id } });
  const wanted = { person: reference, basis: 'request', confirmation: name };
  expect(ending(await run(erasePerson, first, { ...wanted, confirmation: 'Somebody' }))).toBe(
    'NameDoesNotMatch',
  );
  done(await run(erasePerson, first, wanted));
  const person = await base.db.person.findUniqueOrThrow({
    where: { id },
    include: { emails: true, credential: true, expertProfile: true, sessions: true },
  });
  expect(person).toMatchObject({
    name: 'former member',
    orcid: null,
    emails: [],
    credential: null,
    expertProfile: null,
    sessions: [],
  });
  expect(await base.db.personKey.findUnique({ where: { personId: id } })).toMatchObject({ wrappedKey: null });
  expect(await base.db.mail.count({ where: { toAddress: address } })).toBe(0);
  expect(await base.db.teamMembership.count({ where: { personId: id, endsAt: null } })).toBe(0);
  expect(await base.db.fact.count({ where: { nounId: id } })).toBe(before + 1);
  expect(ending(await run(erasePerson, first, wanted))).toBe('PersonIsErased');
  await expect(actorFor(id)).rejects.toThrow();
});

test('no row of any table names an erased person', async () => {
  const { id, name, reference, address } = await makeAccount({ name: 'Xyloglyph Quenneville' });
  const actor = await actorInSession(id);
  done(await run(changeOwnDetails, actor, { name, title: 'Xyloglyphist', revision: 1 }));
  done(await run(erasePerson, first, { person: reference, basis: 'order', confirmation: name }));
  const tables = await base.db.$queryRaw<{ table_name: string }[]>`
    SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`;
  for (const { table_name } of tables) {
    const sql = `SELECT count(*)::int AS found FROM "${table_name}" t WHERE t::text ILIKE '%xyloglyph%' OR t::text ILIKE '%${address}%'`;
    const rows = await base.db.$queryRawUnsafe<{ found: number }[]>(sql);
    expect([table_name, rows[0]?.found]).toEqual([table_name, 0]);
  }
});

test('the list of people pages by name, finds by name and address, and gives each once', async () => {
  for (let turn = 0; turn < 30; turn += 1)
    await makePerson({ name: `Listed ${String(turn).padStart(2, '0')}` });
  const seen: string[] = [];
  for (let after: string | undefined, turn = 0; turn < 5; turn += 1) {
    const page = await ask(people, first, { q: 'listed', after });
    seen.push(...(page?.rows ?? []).map(({ name }) => name));
    if (!page?.next) break;
    after = page.next;
  }
  expect(seen).toEqual(Array.from({ length: 30 }, (_, turn) => `Listed ${String(turn).padStart(2, '0')}`));
  const { address, reference } = await makeAccount();
  const byAddress = await ask(people, first, { q: address });
  expect(byAddress?.rows.map((row) => row.reference)).toEqual([reference]);
  expect((await ask(people, first, { q: '%' }))?.rows).toEqual([]);
});
