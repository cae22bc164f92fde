import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { withdrawQuestion } from '~/domain/questions/commands/withdraw-question.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { CharacterCount } from '~/ui/forms/character-count';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act, type FormReply } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { questionFor } from '../question-for.server';

export const loader = (args: LoaderFunctionArgs) =>
  questionFor(
    args,
    ({ withdraw }) => withdraw,
    'Only the team’s authors and the senior responsible owner can withdraw a live question.',
  );

export const action = (args: ActionFunctionArgs) =>
  act(args, withdrawQuestion, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.question(reference),
    says: 'The question is withdrawn. Your reason stays on its page.',
  });

export const meta: MetaFunction = () => pageTitle('Withdraw this question');

export default function WithdrawQuestion() {
  const { reference, title } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  return (
    <PageBody before={<BackLink href={paths.question(reference)} />}>
      <span className="govuk-caption-l">{title}</span>
      <h1 className="govuk-heading-l">Withdraw this question</h1>
      <p className="govuk-body">
        It stays on Soundings as withdrawn, with your reason. It cannot be brought back; copy it to a new
        draft instead.
      </p>
      <Form reply={reply}>
        {(fields) => (
          <>
            <CharacterCount
              label="Why it is withdrawn"
              maxCharacters={1000}
              rows={4}
              {...fieldProps(fields['reason'])}
            />
            <Button variant="warning" once>
              Withdraw
            </Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
