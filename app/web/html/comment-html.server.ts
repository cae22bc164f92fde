import type { ShownComment } from '~/domain/discussion/queries/discussion-page.server';
import { renderMarkdown } from './markdown.server';

/** A comment with its texts as safe HTML. */
export const commentHtml = <Shown extends ShownComment>(comment: Shown): Shown => ({
  ...comment,
  body: renderMarkdown(comment.body),
  before: comment.before.map((wording) => ({ ...wording, body: renderMarkdown(wording.body) })),
});
