import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { QuestionCrumbs } from '~/components/question/question-crumbs';
import { changeVisibility } from '~/domain/questions/commands/change-visibility.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Radios } from '~/ui/forms/radios';
import { PageBody } from '~/ui/layout/page-body';
import { act, type FormReply } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { questionFor } from '../question-for.server';

const VISIBILITIES = [
  { value: 'network', label: 'The network', hint: 'Every verified member.' },
  {
    value: 'invited',
    label: 'Invited people and organisations',
    hint: 'Only those you invite, and your team.',
  },
  { value: 'team', label: 'Your team', hint: 'Nobody else. Coordinators know that it is there.' },
];

export const loader = (args: LoaderFunctionArgs) =>
  questionFor(
    args,
    ({ run, edit }) => run || edit,
    'Only the team’s authors and the senior responsible owner can change who sees a question.',
  );

export const action = (args: ActionFunctionArgs) =>
  act(args, changeVisibility, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.question(reference),
    says: 'Changed who can see this question',
  });

export const meta: MetaFunction = () => pageTitle('Who can see this question');

export default function ChangeVisibility() {
  const question = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  return (
    <PageBody before={<QuestionCrumbs question={question} here="Who can see it" />}>
      <h1 className="govuk-heading-l">Who can see this question</h1>
      <p className="govuk-body">Before it is published, only your team sees it whatever you choose here.</p>
      <Form reply={reply} values={{ visibility: question.visibility }}>
        {(fields) => (
          <>
            <Radios
              label="Once it is published, it is for"
              items={VISIBILITIES}
              {...fieldProps(fields['visibility'])}
            />
            <Button once>Save</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
