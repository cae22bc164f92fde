import { z } from 'zod';
import { secondFactorPicture, unlockSecret } from '~/platform/second-factor.server';
import type { Actor } from '../../actor';
import { query } from '../../query.server';

/** Not begun, begun (with what to scan), or set up (with how many recovery codes are left). */
export const ownSecondFactor = query({
  name: 'people.own-second-factor',
  input: z.strictObject({}),
  visibleTo: (actor: Actor) => (actor.kind === 'person' && !actor.demonstration ? actor.id : null),
  read: async ({ db, scope }) => {
    if (scope === null) return null;
    const credential = await db.credential.findUnique({ where: { personId: scope } });
    if (credential?.totpConfirmedAt) {
      const codesLeft = await db.recoveryCode.count({ where: { personId: scope, usedAt: null } });
      return { state: 'set up' as const, since: credential.totpConfirmedAt, codesLeft };
    }
    if (!credential?.totpSecret) return { state: 'not begun' as const };
    const email = await db.personEmail.findFirst({ where: { personId: scope, primary: true } });
    const secret = unlockSecret(credential.totpSecret, scope);
    const { svg } = secondFactorPicture(secret, email?.address ?? 'Soundings');
    return { state: 'begun' as const, svg, secret: secret.replace(/(.{4})(?=.)/g, '$1 ') };
  },
});
