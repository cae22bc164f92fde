import { z } from 'zod';
import { cursorInput } from '~/domain/cursor';
import { LEVELS } from '~/domain/discussion/comment';
import { discussionPage } from '~/domain/discussion/queries/discussion-page.server';
import { ask } from '~/domain/query.server';
import { pageOf, reading } from '~/web/api/operation';
import { instant, reference } from './shared-parts';

const comment = z.object({
  reference,
  author: z.string(),
  level: z.enum(LEVELS),
  body: z.string(),
  postedAt: instant,
  edited: z.boolean(),
  hiddenReason: z.string().nullable(),
});

/** Threads come twenty at a time, as on the page. */
const threadsOn = (noun: 'finding' | 'question') =>
  reading({
    tag: 'Discussion',
    scope: noun === 'finding' ? 'read:findings' : 'read:questions',
    id: noun === 'finding' ? 'listFindingComments' : 'listQuestionComments',
    path: `/${noun}s/{reference}/comments`,
    summary: `What is said of a ${noun} at the levels that you read, the latest thread first`,
    search: { cursor: cursorInput.optional() },
    answer: pageOf(comment.extend({ replies: z.array(comment) })),
    read: async ({ actor, params, search: { cursor: after } }) => {
      const found = await ask(discussionPage, actor, { ...params, noun, after });
      return found && { items: found.threads, next: found.next };
    },
  });

export const commentOperations = [threadsOn('finding'), threadsOn('question')];
