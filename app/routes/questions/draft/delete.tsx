import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form } from '~/components/form';
import { ask } from '~/domain/query.server';
import { deleteDraft } from '~/domain/questions/commands/delete-draft.server';
import { questionDraft } from '~/domain/questions/queries/question-draft.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act, type FormReply } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const draft = found(
    await ask(questionDraft, await personWhoAsks(args), { reference: args.params['reference'] }),
  );
  if (!draft.may.delete)
    throw forbidden('Only a draft that was never submitted can be deleted, by its authors.');
  return { reference: draft.reference, title: draft.title };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, deleteDraft, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: () => paths.questions(),
    says: 'The draft was deleted',
  });

export const meta: MetaFunction = () => pageTitle('Delete this draft');

export default function DeleteDraft() {
  const { reference, title } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  return (
    <PageBody before={<BackLink href={paths.questionDraft(reference)} />}>
      <h1 className="govuk-heading-l">Delete this draft?</h1>
      <p className="govuk-body">
        “{title}” and all its answers will be gone. That it existed stays in the audit trail.
      </p>
      <Form reply={reply}>
        {() => (
          <ActionBar>
            <Button variant="warning" once>
              Delete the draft
            </Button>
            <a className="govuk-link" href={paths.questionDraft(reference)}>
              Keep it
            </a>
          </ActionBar>
        )}
      </Form>
    </PageBody>
  );
}
