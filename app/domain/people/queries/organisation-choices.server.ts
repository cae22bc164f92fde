import { z } from 'zod';
import type { Actor } from '../../actor';
import { query } from '../../query.server';

/** For a list to choose from: anybody with an account may say where they work. */
export const organisationChoices = query({
  name: 'people.organisation-choices',
  input: z.strictObject({}),
  visibleTo: (actor: Actor) => actor.kind === 'person',
  read: async ({ db, scope }) => {
    if (!scope) return null;
    return db.$queryRaw<{ reference: string; name: string }[]>`
      SELECT reference, name FROM organisation WHERE closed_at IS NULL AND merged_into_id IS NULL
      ORDER BY lower(name) COLLATE "und-x-icu"`;
  },
});
