import { expect, test } from 'vitest';
import { LIMITS } from '~/platform/rate-limits.server';
import {
  actorInSession,
  lastLetter,
  makeAccount,
  makePerson,
  PASSWORD,
  visitor,
} from '../../../../tests/support/factories/people';
import { useDatabase } from '../../../../tests/support/database';
import { done, ending } from '../../../../tests/support/outcome';
import { run } from '../../command.server';
import { ask } from '../../query.server';
import { linkOfLetter } from '../queries/link-of-letter.server';
import { askPasswordReset } from './ask-password-reset.server';
import { changePassword } from './change-password.server';
import { removeEmail } from './remove-email.server';
import { resetPassword } from './reset-password.server';
import { signIn } from './sign-in.server';

const base = useDatabase();
const peer = '10.1.1.1';
const NEXT = 'another three random words';
const signsIn = async (address: string, password: string) =>
  ending(await run(signIn, visitor(), { address, password, peer }));

test('a letter, a new password, and every session ends', async () => {
  const { id, address } = await makeAccount();
  await actorInSession(id);
  done(await run(askPasswordReset, visitor(), { address, peer }));
  const { token, text } = await lastLetter(address);
  expect(text).toContain('/reset-password/');
  expect(await ask(linkOfLetter, visitor(), { token, purpose: 'passwordReset' })).toMatchObject({
    address,
    usable: true,
  });
  done(await run(resetPassword, visitor(), { token, password: NEXT, peer }));
  expect(await base.db.session.count({ where: { personId: id } })).toBe(0);
  expect(await signsIn(address, PASSWORD)).toBe('SignInDidNotFit');
  expect(await signsIn(address, NEXT)).toBe('done');
  expect((await lastLetter(address)).subject).toContain('was changed');
  expect(ending(await run(resetPassword, visitor(), { token, password: NEXT, peer }))).toBe('LinkHasExpired');
});

test('whoever gets a new password, changes it or drops an address ends the other letters', async () => {
  const { id, address } = await makeAccount();
  const actor = await actorInSession(id);
  const spare = `spare-${address}`;
  await base.db.personEmail.create({
    data: { personId: id, address: spare, primary: false, verifiedAt: new Date() },
  });
  const letterTo = async (to: string) => {
    done(await run(askPasswordReset, visitor(), { address: to, peer: to }));
    return (await lastLetter(to)).token;
  };
  const opens = async (token: string) =>
    ending(await run(resetPassword, visitor(), { token, password: NEXT, peer }));
  const dropped = await letterTo(spare);
  const kept = await letterTo(address);
  done(await run(removeEmail, actor, { address: spare }));
  expect(await opens(dropped)).toBe('LinkHasExpired');
  const [first, second] = [await letterTo(address), await letterTo(address)];
  expect(await opens(second)).toBe('done');
  expect([await opens(first), await opens(kept)]).toEqual(['LinkHasExpired', 'LinkHasExpired']);
  const third = await letterTo(address);
  const change = { currentPassword: NEXT, password: PASSWORD };
  done(await run(changePassword, await actorInSession(id), change));
  expect(await opens(third)).toBe('LinkHasExpired');
});

test('only the hash of the token is kept, and it works for an hour', async () => {
  const { address } = await makeAccount();
  done(await run(askPasswordReset, visitor(), { address, peer }));
  const { token } = await lastLetter(address);
  const rows = await base.db.$queryRaw`SELECT encode(token_hash, 'escape') AS hash FROM one_time_token`;
  expect(JSON.stringify(rows)).not.toContain(token);
  await base.db.oneTimeToken.updateMany({
    where: { address },
    data: { expiresAt: new Date(Date.now() - 1) },
  });
  expect(ending(await run(resetPassword, visitor(), { token, password: NEXT, peer }))).toBe('LinkHasExpired');
  expect(await ask(linkOfLetter, visitor(), { token, purpose: 'passwordReset' })).toMatchObject({
    usable: false,
  });
});

test('known and unknown addresses get the same answer and a letter each', async () => {
  const { address } = await makeAccount();
  const known = await run(askPasswordReset, visitor(), { address, peer });
  const unknown = await run(askPasswordReset, visitor(), { address: 'nobody@example.org', peer });
  expect(unknown).toEqual(known);
  const letter = await lastLetter('nobody@example.org');
  expect(letter.subject).toContain('No Soundings account');
  expect(letter.token).toBe('');
});

test('a token serves its own purpose only, and one made for nobody serves none', async () => {
  const { address } = await makeAccount();
  done(await run(askPasswordReset, visitor(), { address, peer }));
  const { token } = await lastLetter(address);
  expect(await ask(linkOfLetter, visitor(), { token, purpose: 'join' })).toBeNull();
  expect(ending(await run(resetPassword, visitor(), { token: 'x'.repeat(43), password: NEXT, peer }))).toBe(
    'hidden',
  );
  const suspended = await makeAccount();
  await base.db.person.update({ where: { id: suspended.id }, data: { suspendedAt: new Date() } });
  done(await run(askPasswordReset, visitor(), { address: suspended.address, peer }));
  expect((await lastLetter(suspended.address)).token).toBe('');
});

test('letters to one address are limited', async () => {
  const address = 'flooded@example.org';
  for (let turn = 0; turn < LIMITS.mailToAddress.attempts; turn += 1)
    done(await run(askPasswordReset, visitor(), { address, peer: `10.2.0.${turn}` }));
  expect(ending(await run(askPasswordReset, visitor(), { address, peer: '10.2.1.1' }))).toBe(
    'TooManyAttempts',
  );
});

test('a weak password is refused beside its field, and spends nothing', async () => {
  const { address } = await makeAccount();
  done(await run(askPasswordReset, visitor(), { address, peer }));
  const { token } = await lastLetter(address);
  for (const password of ['short', '123456789012', 'passwordpassword']) {
    const outcome = await run(resetPassword, visitor(), { token, password, peer });
    expect(outcome.kind === 'invalid' && outcome.issues[0]?.path).toEqual(['password']);
  }
  done(await run(resetPassword, visitor(), { token, password: NEXT, peer }));
});

test('changing asks for the present password, and ends the other sessions', async () => {
  const { id, address } = await makeAccount();
  await actorInSession(id);
  const actor = await actorInSession(id);
  expect(ending(await run(changePassword, actor, { currentPassword: 'wrong', password: NEXT }))).toBe(
    'PasswordDidNotFit',
  );
  done(await run(changePassword, actor, { currentPassword: PASSWORD, password: NEXT }));
  const left = await base.db.session.findMany({ where: { personId: id } });
  expect(left.map((session) => session.id)).toEqual([actor.sessionId]);
  expect(await signsIn(address, NEXT)).toBe('done');
});

test('no trace of a password is kept for a repeated form', async () => {
  const { id } = await makeAccount();
  const actor = await actorInSession(id);
  done(await run(changePassword, actor, { currentPassword: PASSWORD, password: NEXT }, 'a-key'));
  expect(await base.db.oneUseKey.count({ where: { actorId: id } })).toBe(0);
});

test('an account of the demonstration gets no password', async () => {
  const { id } = await makePerson();
  const { address } = await base.db.personEmail.findFirstOrThrow({ where: { personId: id } });
  done(await run(askPasswordReset, visitor(), { address, peer }));
  expect((await lastLetter(address)).token).toBe('');
});
