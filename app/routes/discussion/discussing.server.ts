import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { postComment } from '~/domain/discussion/commands/post-comment.server';
import { setWatch } from '~/domain/discussion/commands/set-watch.server';
import { discussionPage } from '~/domain/discussion/queries/discussion-page.server';
import { cursorInput } from '~/domain/cursor';
import { ask } from '~/domain/query.server';
import { act } from '~/web/act.server';
import { commentHtml } from '~/web/html/comment-html.server';
import { found } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { whoAsks } from '~/web/who.server';

type Noun = 'question' | 'finding';

export async function loadDiscussion(args: LoaderFunctionArgs, noun: Noun) {
  const { after } = readSearch(args.request, { after: cursorInput.optional() });
  const actor = await whoAsks(args);
  const page = found(await ask(discussionPage, actor, { noun, reference: args.params['reference'], after }));
  const threads = page.threads.map((thread) => ({
    ...commentHtml(thread),
    replies: thread.replies.map(commentHtml),
  }));
  return { ...page, threads };
}

/** Two forms stand on the page: the comment, and how much one wants to hear. */
export async function discuss(args: ActionFunctionArgs, noun: Noun, path: (reference: string) => string) {
  const form = await args.request.formData();
  const reference = args.params['reference'] ?? '';
  const acting = { form, fixed: { noun, reference } };
  return form.has('setting')
    ? act(args, setWatch, { ...acting, done: () => path(reference), says: 'Saved' })
    : act(args, postComment, {
        ...acting,
        done: (posted) => `${path(reference)}#comment-${posted.reference}`,
        says: 'Posted',
      });
}
