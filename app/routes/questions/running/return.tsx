import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { ask } from '~/domain/query.server';
import { returnQuestion } from '~/domain/questions/commands/return-question.server';
import { publicationPage } from '~/domain/questions/queries/publication-page.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { CharacterCount } from '~/ui/forms/character-count';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act, type FormReply } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const draft = found(
    await ask(publicationPage, await personWhoAsks(args), { reference: args.params['reference'] }),
  );
  if (!draft.may.approve)
    throw forbidden('Only the senior responsible owner of this question can return it.');
  if (draft.state !== 'awaitingApproval') throw redirect(paths.question(draft.reference));
  return { reference: draft.reference, title: draft.title };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, returnQuestion, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference, furtherLevel }) => (furtherLevel ? paths.home() : paths.question(reference)),
    says: 'Returned to its author with your reason',
  });

export const meta: MetaFunction = () => pageTitle('Return this question');

export default function ReturnQuestion() {
  const { reference, title } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  return (
    <PageBody before={<BackLink href={paths.questionApproval(reference)} />}>
      <span className="govuk-caption-l">{title}</span>
      <h1 className="govuk-heading-l">Return this question to its author</h1>
      <Form reply={reply}>
        {(fields) => (
          <>
            <CharacterCount
              label="What has to change"
              hint="The team sees this above its task list."
              maxCharacters={1000}
              rows={5}
              {...fieldProps(fields['reason'])}
            />
            <Button once>Return it</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
