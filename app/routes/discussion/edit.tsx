import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { BodyField } from '~/components/discussion/body-field';
import { Form } from '~/components/form';
import { editComment } from '~/domain/discussion/commands/edit-comment.server';
import { commentPage } from '~/domain/discussion/queries/comment-page.server';
import { ask } from '~/domain/query.server';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act, type FormReply } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { tellIfGone } from '~/web/tell-if-gone.server';
import { personWhoAsks } from '~/web/who.server';
import { discussionPath } from './paths-of';

export const meta: MetaFunction = () => pageTitle('Change your comment');

export async function loader(args: LoaderFunctionArgs) {
  const page = found(
    await ask(commentPage, await personWhoAsks(args), { reference: args.params['reference'] }),
  );
  if (!page.comment.may.edit) throw forbidden('Only its author changes a comment, and not for long.');
  return { noun: page.noun, item: page.item, title: page.title, text: page.text };
}

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, editComment, {
      fixed: { reference: args.params['reference'] ?? '' },
      done: ({ noun, item, reference }) => `${discussionPath(noun, item)}#comment-${reference}`,
      says: 'Changed. How it read before stays with it.',
    }),
  );

export default function EditComment() {
  const { noun, item, title, text } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  return (
    <PageBody before={<BackLink href={discussionPath(noun, item)} />}>
      <span className="govuk-caption-l">{title}</span>
      <h1 className="govuk-heading-l">Change your comment</h1>
      <Form reply={reply} values={{ body: text }}>
        {(fields) => (
          <>
            <BodyField label="Your comment" reply={reply} fields={fields} />
            <Button once>Save</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
