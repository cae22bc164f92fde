import { expect, test } from 'vitest';
import { codeAt, unlockSecret } from '~/platform/second-factor.server';
import {
  actorInSession,
  makeAccount,
  makePerson,
  actorFor,
  PASSWORD,
} from '../../../../tests/support/factories/people';
import { useDatabase } from '../../../../tests/support/database';
import { done, ending } from '../../../../tests/support/outcome';
import { run } from '../../command.server';
import { ask } from '../../query.server';
import { ownSecondFactor } from '../queries/own-second-factor.server';
import { beginSecondFactor } from './begin-second-factor.server';
import { confirmSecondFactor } from './confirm-second-factor.server';
import { passSecondFactor } from './pass-second-factor.server';
import { removeSecondFactor } from './remove-second-factor.server';
import { renewRecoveryCodes } from './renew-recovery-codes.server';

const base = useDatabase();

async function setUp() {
  const { id } = await makeAccount({ secondFactor: false });
  const actor = await actorInSession(id, false);
  done(await run(beginSecondFactor, actor, {}));
  const credential = await base.db.credential.findUniqueOrThrow({ where: { personId: id } });
  const secret = unlockSecret(credential.totpSecret!, id);
  const { codes } = done(await run(confirmSecondFactor, actor, { code: codeAt(secret, new Date()) }));
  return { id, secret, codes, actor };
}

test('set-up goes from a secret to scan, by a code of it, to ten recovery codes', async () => {
  const { id } = await makeAccount({ secondFactor: false });
  const actor = await actorInSession(id, false);
  expect(await ask(ownSecondFactor, actor, {})).toEqual({ state: 'not begun' });
  expect(ending(await run(confirmSecondFactor, actor, { code: '123456' }))).toBe('SecondFactorWasNotBegun');
  done(await run(beginSecondFactor, actor, {}));
  const begun = await ask(ownSecondFactor, actor, {});
  if (begun?.state !== 'begun') throw new Error('not begun');
  expect(begun.svg).toContain('<svg');
  expect(ending(await run(confirmSecondFactor, actor, { code: '000000' }))).toBe('CodeDidNotFit');
  const code = codeAt(begun.secret.replaceAll(' ', ''), new Date());
  const { codes } = done(await run(confirmSecondFactor, actor, { code }));
  expect(codes).toHaveLength(10);
  expect(await ask(ownSecondFactor, actor, {})).toMatchObject({ state: 'set up', codesLeft: 10 });
  expect(ending(await run(passSecondFactor, actor, { code }))).toBe('CodeDidNotFit');
});

test('neither the secret nor a recovery code stands in the database as it is', async () => {
  const { secret, codes } = await setUp();
  const rows = JSON.stringify([
    await base.db.$queryRaw`SELECT encode(totp_secret, 'escape') AS secret FROM credential`,
    await base.db.$queryRaw`SELECT encode(code_hash, 'escape') AS code FROM recovery_code`,
    await base.db.$queryRaw`SELECT result::text FROM one_use_key`,
    await base.db.$queryRaw`SELECT data::text FROM fact`,
  ]);
  for (const text of [secret, ...codes]) expect(rows).not.toContain(text);
});

test('a recovery code lets in once', async () => {
  const { actor, codes } = await setUp();
  done(await run(passSecondFactor, actor, { code: codes[3]!.toUpperCase() }));
  expect(ending(await run(passSecondFactor, actor, { code: codes[3] }))).toBe('CodeDidNotFit');
  done(await run(passSecondFactor, actor, { code: codes[4] }));
});

test('new recovery codes end the former ones', async () => {
  const { id, secret, codes } = await setUp();
  const actor = await actorInSession(id);
  const later = new Date(Date.now() + 30_000);
  const renewed = done(await run(renewRecoveryCodes, actor, { code: codeAt(secret, later) }));
  expect(renewed.codes).not.toEqual(codes);
  expect(ending(await run(passSecondFactor, actor, { code: codes[0] }))).toBe('CodeDidNotFit');
  done(await run(passSecondFactor, actor, { code: renewed.codes[0] }));
});

test('an app is replaced with the password, and every session has to pass the new one', async () => {
  const { id, codes } = await setUp();
  const actor = await actorInSession(id);
  expect(ending(await run(removeSecondFactor, actor, { password: 'not the password' }))).toBe(
    'PasswordDidNotFit',
  );
  done(await run(removeSecondFactor, actor, { password: PASSWORD }));
  expect(await base.db.session.count({ where: { personId: id, secondFactorAt: { not: null } } })).toBe(0);
  expect(ending(await run(passSecondFactor, actor, { code: codes[0] }))).toBe('SecondFactorIsNotSetUp');
});

test('a set-up factor is not begun again by whoever has only the password', async () => {
  const { id } = await makeAccount();
  expect(ending(await run(beginSecondFactor, await actorInSession(id, false), {}))).toBe(
    'SecondFactorIsSetUp',
  );
});

test('a demonstration account has none, and a session that did not give it changes nothing', async () => {
  const shared = await actorFor((await makePerson()).id);
  expect(ending(await run(beginSecondFactor, shared, {}))).toBe('denied');
  expect(await ask(ownSecondFactor, shared, {})).toBeNull();
  const { id } = await makeAccount();
  const halfway = await actorInSession(id, false);
  expect(ending(await run(removeSecondFactor, halfway, { password: PASSWORD }))).toBe('denied');
});
