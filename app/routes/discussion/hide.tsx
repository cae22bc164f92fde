import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { CommentShown } from '~/components/discussion/comment-shown';
import { ReasonForm } from '~/components/reason-form';
import { hideComment } from '~/domain/discussion/commands/hide-comment.server';
import { commentPage } from '~/domain/discussion/queries/comment-page.server';
import { ask } from '~/domain/query.server';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act, type FormReply } from '~/web/act.server';
import { commentHtml } from '~/web/html/comment-html.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { tellIfGone } from '~/web/tell-if-gone.server';
import { personWhoAsks } from '~/web/who.server';
import { discussionPath } from './paths-of';

export const meta: MetaFunction = () => pageTitle('Hide this comment');

export async function loader(args: LoaderFunctionArgs) {
  const page = found(
    await ask(commentPage, await personWhoAsks(args), { reference: args.params['reference'] }),
  );
  if (!page.comment.may.hide) throw forbidden('Only a coordinator hides a comment, once.');
  const comment = { ...commentHtml(page.comment), may: { edit: false, hide: false } };
  return { noun: page.noun, item: page.item, comment };
}

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, hideComment, {
      fixed: { reference: args.params['reference'] ?? '' },
      done: ({ noun, item }) => discussionPath(noun, item),
      says: 'Hidden. Its place and your reason stay.',
    }),
  );

export default function HideComment() {
  const { noun, item, comment } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const back = discussionPath(noun, item);
  return (
    <PageBody before={<BackLink href={back} />}>
      <h1 className="govuk-heading-l">Hide this comment</h1>
      <CommentShown comment={comment} />
      <ReasonForm
        reply={reply}
        label="Why it is hidden"
        hint="Stands in its place, for everybody who reads the thread."
        button="Hide it"
        warning
        backHref={back}
      />
    </PageBody>
  );
}
