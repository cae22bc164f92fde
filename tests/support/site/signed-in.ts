import { newId } from '~/platform/ids.server';
import { database } from '~/platform/db.server';
import { env } from '~/platform/env.server';
import { codeAt, lockSecret, newSecondFactorSecret } from '~/platform/second-factor.server';
import { cookieFor } from '../journey/session';
import type { Page } from './page';

/** The session cookie that an answer gave to the browser; null when it gave none, empty when it took it away. */
export function sessionCookie(page: Page): string | null {
  const line = page.headers.getSetCookie().find((each) => each.startsWith('soundings='));
  return line?.split(';')[0] ?? null;
}

/** A session of a person in which the second factor was not given yet. */
export async function halfwayCookie(personId: string): Promise<string> {
  const cookie = await cookieFor(personId);
  const newest = await database().session.findFirstOrThrow({
    where: { personId },
    orderBy: { createdAt: 'desc' },
  });
  await database().session.update({ where: { id: newest.id }, data: { secondFactorAt: null } });
  return cookie;
}

/** An address that nobody used before in this run. */
export const freshAddress = (domain = 'example.org'): string => `fresh-${newId()}@${domain}`;

/** What the authenticator app of that secret shows now. */
export const codeNow = (secret: string): string => codeAt(secret, new Date());

/** As after the set-up of a second factor, for people who joined through the pages. */
export async function giveSecondFactor(personId: string): Promise<string> {
  const secret = newSecondFactorSecret();
  await database().credential.update({
    where: { personId },
    data: { totpSecret: lockSecret(secret, personId), totpConfirmedAt: new Date() },
  });
  return secret;
}

/** Whether this installation says that it is a demonstration. */
export const setDemonstration = (on: boolean): void => void (env.SOUNDINGS_DEMONSTRATION = on);
