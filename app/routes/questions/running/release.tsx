import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { QuestionCrumbs } from '~/components/question/question-crumbs';
import { releaseQuestion } from '~/domain/questions/commands/release-question.server';
import { withdrawRelease } from '~/domain/questions/commands/withdraw-release.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Textarea } from '~/ui/forms/textarea';
import { PageBody } from '~/ui/layout/page-body';
import { act, type FormReply } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { questionFor } from '../question-for.server';

export const loader = (args: LoaderFunctionArgs) =>
  questionFor(
    args,
    ({ release }) => release,
    'Only the senior responsible owner or a coordinator can release a published question.',
  );

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const withdraws = form.get('intent') === 'withdraw';
  form.delete('intent');
  const acting = {
    form,
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }: { reference: string }) => paths.question(reference),
  };
  return withdraws
    ? act(args, withdrawRelease, { ...acting, says: 'The public no longer sees this question' })
    : act(args, releaseQuestion, { ...acting, says: 'Released to the public, in your name' });
}

export const meta: MetaFunction = () => pageTitle('Release to the public');

export default function Release() {
  const question = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { released } = question;
  return (
    <PageBody
      before={<QuestionCrumbs question={question} here={released ? 'Withdraw the release' : 'Release'} />}
    >
      <h1 className="govuk-heading-l">
        {released ? 'Withdraw the release' : 'Release this question to the public'}
      </h1>
      <p className="govuk-body">
        {released
          ? 'The public will no longer find it here. Copies that people made are beyond anybody’s reach.'
          : 'Anybody will be able to read the question, its criteria, addenda and published clarifications. The decision is recorded with your name and reason.'}
      </p>
      <Form reply={reply}>
        {(fields) => (
          <>
            <Textarea label="Reason" rows={3} {...fieldProps(fields['reason'])} />
            <Button
              name="intent"
              value={released ? 'withdraw' : 'release'}
              {...(released ? { variant: 'warning' as const } : {})}
              once
            >
              {released ? 'Withdraw the release' : 'Release to the public'}
            </Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
