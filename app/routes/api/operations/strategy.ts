import { z } from 'zod';
import { ask } from '~/domain/query.server';
import { PRIORITY_KINDS } from '~/domain/strategy/priority-set';
import { priorityChoices } from '~/domain/strategy/queries/priority-choices.server';
import { termLists } from '~/domain/taxonomy/queries/term-lists.server';
import { TERM_SCHEMES } from '~/domain/taxonomy/term';
import { reading } from '~/web/api/operation';
import { instant, named, reference } from './shared-parts';

const about = { tag: 'Strategy', scope: 'read:strategy' } as const;

const term = z.object({
  scheme: z.enum(TERM_SCHEMES),
  reference,
  slug: z.string(),
  name: z.string(),
  definition: z.string(),
  standing: z.enum(['current', 'unverified', 'unknown']),
  parentName: z.string().nullable(),
  retiredAt: instant.nullable(),
});

const prioritySet = z.object({
  slug: z.string(),
  document: z.string(),
  kind: z.enum(PRIORITY_KINDS),
  current: z.boolean(),
  when: z.string(),
  priorities: z.array(named),
});

export const strategyOperations = [
  reading({
    ...about,
    id: 'listTerms',
    path: '/terms',
    summary: 'The terms that everything is tagged with, retired ones too',
    search: { scheme: z.enum(TERM_SCHEMES).optional() },
    answer: z.object({ items: z.array(term) }),
    read: async ({ actor, search: { scheme } }) => {
      const lists = await ask(termLists, actor, {});
      const schemes = lists?.schemes.filter((one) => scheme === undefined || one.scheme === scheme);
      return schemes ? { items: schemes.flatMap(({ terms }) => terms) } : null;
    },
  }),
  reading({
    ...about,
    id: 'listPriorities',
    path: '/priorities',
    summary: 'Sets of priorities with what stands in them, those in force first',
    answer: z.object({ items: z.array(prioritySet) }),
    read: async ({ actor }) => {
      const items = await ask(priorityChoices, actor, {});
      return items && { items };
    },
  }),
];
