import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form } from '~/components/form';
import { QuestionCrumbs } from '~/components/question/question-crumbs';
import { UnsaidReply } from '~/components/question/unsaid-reply';
import { ask } from '~/domain/query.server';
import { settleRequest } from '~/domain/questions/commands/settle-request.server';
import { adviceAnswers } from '~/domain/questions/queries/advice-answers.server';
import { showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { Table } from '~/ui/content/table';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { EmptyState } from '~/ui/report/empty-state';
import { act, type FormReply } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  return found(await ask(adviceAnswers, await personWhoAsks(args), { reference: args.params['reference'] }));
}

export const action = (args: ActionFunctionArgs) =>
  act(args, settleRequest, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.question(reference),
    says: 'The request is answered and closed',
  });

export const meta: MetaFunction = () => pageTitle('Answers received');

export default function AdviceAnswers() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  return (
    <PageBody before={<QuestionCrumbs question={page} here="Answers received" />}>
      <h1 className="govuk-heading-l">Answers received</h1>
      {page.answers.length === 0 ? (
        <EmptyState title="No answers yet">
          {page.open
            ? page.closesAt && `Experts can answer until ${showInstant(page.closesAt)}. `
            : 'No expert can answer any more.'}
          {page.may.invite && (
            <>
              <a className="govuk-link" href={paths.questionInvitations(page.reference)}>
                Invite experts
              </a>{' '}
              to be answered sooner.
            </>
          )}
        </EmptyState>
      ) : (
        <Table
          head={['From', 'Sent', 'State']}
          rows={page.answers.map(({ reference, author, submittedAt, label }) => [
            <a key="link" className="govuk-link" href={paths.adviceAnswer(reference)}>
              {author}
            </a>,
            submittedAt ? showInstant(submittedAt) : '',
            label,
          ])}
        />
      )}
      {!page.may.settle && <UnsaidReply reply={reply} />}
      {page.may.settle && (
        <Form reply={reply}>
          {() => (
            <>
              <p className="govuk-body">
                When you have what you need, close the request. No further answers are taken.
              </p>
              <Button once>We have our answer</Button>
            </>
          )}
        </Form>
      )}
    </PageBody>
  );
}
