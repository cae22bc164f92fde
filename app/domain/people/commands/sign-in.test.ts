import { expect, test } from 'vitest';
import { codeAt } from '~/platform/second-factor.server';
import { LIMITS } from '~/platform/rate-limits.server';
import {
  actorInSession,
  makeAccount,
  makePerson,
  PASSWORD,
  visitor,
} from '../../../../tests/support/factories/people';
import { useDatabase } from '../../../../tests/support/database';
import { done, ending } from '../../../../tests/support/outcome';
import { run } from '../../command.server';
import { passSecondFactor } from './pass-second-factor.server';
import { signIn } from './sign-in.server';
import { signInForDemonstration } from './sign-in-for-demonstration.server';

const base = useDatabase();
let peers = 0;
const attempt = (address: string, password: string, peer = `10.0.0.${(peers += 1)}`) =>
  run(signIn, visitor(), { address, password, peer });

test('address and password let in, however the address is written, and stand in the history', async () => {
  const { id, address } = await makeAccount();
  expect(done(await attempt(` ${address.toUpperCase()} `, PASSWORD))).toEqual({ personId: id });
  const facts = await base.db.fact.findMany({ where: { nounId: id } });
  expect(facts.map(({ name, data }) => [name, data])).toEqual([['PersonSignedIn', { by: 'password' }]]);
});

test('wrong, unknown, suspended, erased and passwordless accounts get the same answer', async () => {
  const { address } = await makeAccount();
  const suspended = await makeAccount();
  await base.db.person.update({ where: { id: suspended.id }, data: { suspendedAt: new Date() } });
  const without = await makePerson();
  const email = await base.db.personEmail.findFirstOrThrow({ where: { personId: without.id } });
  const answers = [
    await attempt(address, `${PASSWORD}!`),
    await attempt('nobody@example.org', PASSWORD),
    await attempt(suspended.address, PASSWORD),
    await attempt(email.address, PASSWORD),
  ];
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(ending(answers[0]!)).toBe('SignInDidNotFit');
});

test('an unconfirmed address signs nobody in', async () => {
  const { address } = await makeAccount();
  await base.db.personEmail.update({ where: { address }, data: { verifiedAt: null } });
  expect(ending(await attempt(address, PASSWORD))).toBe('SignInDidNotFit');
});

test('the account locks at its documented count, even for the right password, wherever it comes from', async () => {
  const { address } = await makeAccount();
  for (let turn = 0; turn < LIMITS.signInToAccount.attempts; turn += 1)
    expect(ending(await attempt(address, 'wrong wrong wrong'))).toBe('SignInDidNotFit');
  const locked = await attempt(address, PASSWORD);
  expect(ending(locked)).toBe('TooManyAttempts');
  expect(locked.kind === 'refused' && locked.refusal.message).toContain('15 minutes');
});

test('a success starts the count of the account again', async () => {
  const { address } = await makeAccount();
  for (let turn = 0; turn < LIMITS.signInToAccount.attempts - 1; turn += 1)
    await attempt(address, 'wrong wrong wrong');
  done(await attempt(address, PASSWORD));
  expect(ending(await attempt(address, 'wrong wrong wrong'))).toBe('SignInDidNotFit');
});

test('one address on the net is limited over all accounts', async () => {
  for (let turn = 0; turn < LIMITS.signInFromAddress.attempts; turn += 1)
    await run(signIn, visitor(), { address: `guess-${turn}@example.org`, password: 'x', peer: '192.0.2.1' });
  expect(ending(await attempt('guess@example.org', 'x', '192.0.2.1'))).toBe('TooManyAttempts');
}, 60_000);

test('a field that the form does not have is refused', async () => {
  const { address } = await makeAccount();
  const more = { address, password: PASSWORD, peer: '10.0.0.1', personId: 'somebody' };
  expect(ending(await run(signIn, visitor(), more))).toBe('invalid');
});

test('one click enters people of the demonstration, and no one else', async () => {
  const invented = await makePerson();
  expect(done(await run(signInForDemonstration, visitor(), { person: invented.reference }))).toMatchObject({
    personId: invented.id,
  });
  const real = await makeAccount();
  expect(ending(await run(signInForDemonstration, visitor(), { person: real.reference }))).toBe('hidden');
  await base.db.person.update({ where: { id: invented.id }, data: { suspendedAt: new Date() } });
  expect(ending(await run(signInForDemonstration, visitor(), { person: invented.reference }))).toBe('hidden');
});

test('a code is taken once; the same step and an older one are refused', async () => {
  const { id, secret } = await makeAccount();
  const actor = await actorInSession(id, false);
  expect(actor.secondFactorPassed).toBe(false);
  const code = codeAt(secret, new Date());
  expect(done(await run(passSecondFactor, actor, { code: `${code.slice(0, 3)} ${code.slice(3)}` }))).toEqual({
    personId: id,
  });
  expect(ending(await run(passSecondFactor, actor, { code }))).toBe('CodeDidNotFit');
});

test('two of the same code at once are one success', async () => {
  const { id, secret } = await makeAccount();
  const actor = await actorInSession(id, false);
  const code = codeAt(secret, new Date());
  const endings = await Promise.all([1, 2, 3].map(() => run(passSecondFactor, actor, { code })));
  expect(endings.map(ending).sort()).toEqual(['CodeDidNotFit', 'CodeDidNotFit', 'done']);
});

test('codes are limited at the documented count', async () => {
  const { id, secret } = await makeAccount();
  const actor = await actorInSession(id, false);
  for (let turn = 0; turn < LIMITS.secondFactor.attempts; turn += 1)
    expect(ending(await run(passSecondFactor, actor, { code: '000000' }))).toBe('CodeDidNotFit');
  expect(ending(await run(passSecondFactor, actor, { code: codeAt(secret, new Date()) }))).toBe(
    'TooManyAttempts',
  );
});

test('nobody gives a second factor as a visitor, in the demonstration, or without one', async () => {
  expect(ending(await run(passSecondFactor, visitor(), { code: '000000' }))).toBe('hidden');
  const bare = await makeAccount({ secondFactor: false });
  expect(ending(await run(passSecondFactor, await actorInSession(bare.id, false), { code: '000000' }))).toBe(
    'SecondFactorIsNotSetUp',
  );
});
