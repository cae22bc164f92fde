import { z } from 'zod';
import { NOUNS, type Noun } from '~/domain/matching/language/fields';
import { LONGEST } from '~/domain/matching/language/query-language';
import { searchEverything } from '~/domain/matching/queries/search-everything.server';
import type { ApiScope } from '~/domain/people/tokens/api-scopes';
import { ask } from '~/domain/query.server';
import { reading } from '~/web/api/operation';
import { Problem } from '~/web/api/problem';
import { reference } from './shared-parts';

interface Searched {
  plural: 'questions' | 'findings' | 'experts' | 'organisations';
  tag: string;
  scope: ApiScope;
  members: boolean;
}

const SEARCHED: Record<Noun, Searched> = {
  question: { plural: 'questions', tag: 'Questions', scope: 'read:questions', members: false },
  finding: { plural: 'findings', tag: 'Findings', scope: 'read:findings', members: false },
  expert: { plural: 'experts', tag: 'Experts', scope: 'read:experts', members: true },
  organisation: {
    ...{ plural: 'organisations', tag: 'Organisations', scope: 'read:organisations', members: true },
  },
};

const hits = z.object({
  items: z.array(z.object({ reference, title: z.string(), fact: z.string(), snippet: z.string() })),
  /** There are more than a hundred: narrow the search. */
  more: z.boolean(),
  /** What could not be read as it was meant, and was searched as words. */
  problems: z.array(z.object({ text: z.string(), at: z.int() })),
});

/** The search of the pages in its own language, a noun at a time, the best hundred first. */
const searchFor = (of: Noun) => {
  const { plural, ...about } = SEARCHED[of];
  return reading({
    ...about,
    id: `search${plural.charAt(0).toUpperCase()}${plural.slice(1)}`,
    path: `/search/${plural}`,
    summary: `Search ${plural} in the language of the search page, the best hundred first`,
    search: { q: z.string().min(1).max(LONGEST) },
    answer: hits,
    read: async ({ actor, search: { q } }) => {
      const found = await ask(searchEverything, actor, { q, of });
      const group = found?.[plural];
      if (!found || !group) throw new Problem('denied', 'This is for verified members of the network.');
      const items = group.hits.map(({ snippet, ...hit }) => ({
        ...hit,
        snippet: snippet.map(({ text }) => text).join(''),
      }));
      return { items, more: group.more, problems: found.problems };
    },
  });
};

export const searchOperations = NOUNS.map(searchFor);
