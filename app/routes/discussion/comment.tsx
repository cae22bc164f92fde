import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { BodyField } from '~/components/discussion/body-field';
import { Threads } from '~/components/discussion/threads';
import { Form } from '~/components/form';
import { replyToComment } from '~/domain/discussion/commands/reply-to-comment.server';
import { LEVEL_WORDS } from '~/domain/discussion/comment';
import { commentPage } from '~/domain/discussion/queries/comment-page.server';
import { ask } from '~/domain/query.server';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act, type FormReply } from '~/web/act.server';
import { commentHtml } from '~/web/html/comment-html.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { whoAsks } from '~/web/who.server';
import { discussionPath } from './paths-of';

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['A thread', data.title] : ['Not found']));

export async function loader(args: LoaderFunctionArgs) {
  const page = found(await ask(commentPage, await whoAsks(args), { reference: args.params['reference'] }));
  const { thread } = page;
  return { ...page, thread: { ...commentHtml(thread), replies: thread.replies.map(commentHtml) } };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, replyToComment, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ noun, item, reference }) => `${discussionPath(noun, item)}#comment-${reference}`,
    says: 'Posted',
  });

export default function Thread() {
  const { noun, item, title, level, thread, may } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  return (
    <PageBody before={<BackLink href={discussionPath(noun, item)} />}>
      <span className="govuk-caption-l">{title}</span>
      <h1 className="govuk-heading-l">A thread</h1>
      <Threads threads={[thread]} mayWrite={false} />
      {may.reply && (
        <Form reply={reply}>
          {(fields) => (
            <>
              <BodyField label="Your reply" reply={reply} fields={fields} />
              <p className="govuk-body">Read by: {LEVEL_WORDS[level].name}</p>
              <Button once>Reply</Button>
            </>
          )}
        </Form>
      )}
    </PageBody>
  );
}
