import { z } from 'zod';
import { anyone } from '../../policy';
import { query } from '../../query.server';

/** Whether the installation was set up; until then its first page is the set-up. */
export const hasAdministrator = query({
  name: 'people.has-administrator',
  input: z.strictObject({}),
  visibleTo: anyone,
  read: async ({ db }) => {
    const first = await db.installationRoleGrant.findFirst({
      where: { role: 'administrator', revokedAt: null },
      select: { id: true },
    });
    return first !== null;
  },
});
