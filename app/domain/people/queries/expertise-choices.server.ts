import { z } from 'zod';
import { isMember, type Actor } from '../../actor';
import { query } from '../../query.server';
import type { Expertise } from '../expert-profile';

/** The terms that say what an expert knows, by kind, and the languages and regions that listed experts name. */
export const expertiseChoices = query({
  name: 'people.expertise-choices',
  input: z.strictObject({}),
  visibleTo: (actor: Actor) => isMember(actor),
  read: async ({ db, scope }) => {
    if (!scope) return null;
    const terms = await db.$queryRaw<{ scheme: Expertise; reference: string; name: string }[]>`
      SELECT scheme::text, reference, name FROM term
      WHERE scheme IN ('threatArea', 'method', 'discipline') AND merged_into_id IS NULL AND retired_at IS NULL
      ORDER BY scheme, position, name`;
    const languages = await db.$queryRaw<{ name: string }[]>`
      SELECT DISTINCT unnest(languages) AS name FROM expert_profile WHERE listed ORDER BY 1 LIMIT 100`;
    const regions = await db.$queryRaw<{ name: string }[]>`
      SELECT DISTINCT unnest(regions) AS name FROM expert_profile WHERE listed ORDER BY 1 LIMIT 100`;
    const of = (scheme: Expertise) =>
      terms.filter((term) => term.scheme === scheme).map(({ reference, name }) => ({ reference, name }));
    return {
      threatAreas: of('threatArea'),
      methods: of('method'),
      disciplines: of('discipline'),
      languages: languages.map(({ name }) => name),
      regions: regions.map(({ name }) => name),
    };
  },
});
