import { z } from 'zod';
import type { Actor } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { mayInvite } from '../person-policy';

export const teamChoices = query({
  name: 'people.team-choices',
  input: z.strictObject({}),
  visibleTo: (actor: Actor) => isAllowed(mayInvite(actor)),
  read: async ({ db, scope }) => {
    if (!scope) return null;
    return db.$queryRaw<{ reference: string; name: string; organisation: string }[]>`
      SELECT t.reference, t.name, o.name AS organisation FROM team t JOIN organisation o ON o.id = t.organisation_id
      WHERE t.closed_at IS NULL ORDER BY lower(o.name) COLLATE "und-x-icu", lower(t.name) COLLATE "und-x-icu"`;
  },
});
