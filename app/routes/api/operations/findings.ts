import { z } from 'zod';
import { cursorInput } from '~/domain/cursor';
import { findingExportFilters } from '~/domain/knowledge/finding-filters';
import { findingList } from '~/domain/knowledge/queries/finding-list.server';
import { findingPage } from '~/domain/knowledge/queries/finding-page.server';
import { ask } from '~/domain/query.server';
import { findingRatings } from '~/domain/ratings/queries/finding-ratings.server';
import { paths } from '~/paths';
import { pageOf, paging, reading } from '~/web/api/operation';
import { finding, findingInList, ratings } from './finding-answer';

const about = { tag: 'Findings', scope: 'read:findings' } as const;

export const findingOperations = [
  reading({
    ...about,
    id: 'listFindings',
    path: '/findings',
    summary: 'Findings that stand, the latest published first',
    search: { ...findingExportFilters, ...paging(cursorInput.optional()) },
    answer: pageOf(findingInList),
    read: async ({ actor, search: { cursor: after, ...filters } }) => {
      const list = await ask(findingList, actor, { ...filters, after });
      const items = list?.findings.map((one) => ({ ...one, page: paths.finding(one.reference) }));
      return list && { items, next: list.next };
    },
  }),
  reading({
    ...about,
    id: 'getFinding',
    path: '/findings/{reference}',
    summary: 'One finding: its current version or a numbered one, and what is known about it',
    search: { version: z.coerce.number().int().min(1).max(10_000).optional() },
    answer: finding,
    read: async ({ actor, params, search }) => {
      const found = await ask(findingPage, actor, { ...params, number: search.version });
      if (!found) return null;
      const rated = (await ask(findingRatings, actor, params)) ?? [];
      return { ...found, page: paths.finding(found.reference), ratings: rated };
    },
  }),
  reading({
    ...about,
    id: 'listRatings',
    path: '/findings/{reference}/ratings',
    summary: 'What members say a finding matters to each priority; without names to the public',
    answer: z.object({ items: z.array(ratings) }),
    read: async ({ actor, params }) => {
      const items = (await ask(findingPage, actor, params)) && (await ask(findingRatings, actor, params));
      return items && { items };
    },
  }),
];
