import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { NotPersonal } from '~/components/question/drafting/not-personal';
import { QuestionCrumbs } from '~/components/question/question-crumbs';
import { addAddendum } from '~/domain/questions/commands/add-addendum.server';
import { PERSONAL_DATA_NOTE } from '~/domain/questions/texts/personal-data';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { CharacterCount } from '~/ui/forms/character-count';
import { PageBody } from '~/ui/layout/page-body';
import { act, type FormReply } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { questionFor } from '../question-for.server';

export const loader = (args: LoaderFunctionArgs) =>
  questionFor(
    args,
    ({ run }) => run,
    'Only the team’s authors and the senior responsible owner can add to a published question.',
  );

export const action = (args: ActionFunctionArgs) =>
  act(args, addAddendum, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.question(reference),
    says: 'Addendum published. Everybody who watches is told.',
  });

export const meta: MetaFunction = () => pageTitle('Add an addendum');

export default function Addendum() {
  const question = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  return (
    <PageBody before={<QuestionCrumbs question={question} here="Add an addendum" />}>
      <h1 className="govuk-heading-l">Add an addendum</h1>
      <p className="govuk-body">
        For a small fix. A change that could have altered somebody’s decision to bid means to withdraw the
        question and publish it again.
      </p>
      <Form reply={reply}>
        {(fields) => (
          <>
            <CharacterCount
              label="Addendum"
              hint={PERSONAL_DATA_NOTE}
              maxWords={400}
              rows={8}
              {...fieldProps(fields['text'])}
            />
            <NotPersonal reply={reply} fields={fields} />
            <Button once>Publish the addendum</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
