import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { NotPersonal } from '~/components/question/drafting/not-personal';
import { QuestionCrumbs } from '~/components/question/question-crumbs';
import { askClarification } from '~/domain/questions/commands/ask-clarification.server';
import { CLARIFICATION_WORDS } from '~/domain/questions/clarifications/clarification';
import { showInstant } from '~/domain/uk-time';
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
    ({ askClarification: may }) => may,
    'Clarifications are for experts who could answer, while the window is open.',
  );

export const action = (args: ActionFunctionArgs) =>
  act(args, askClarification, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.clarifications(reference),
    says: 'Asked. The team does not learn who you are.',
  });

export const meta: MetaFunction = () => pageTitle('Ask for clarification');

export default function AskClarification() {
  const question = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  return (
    <PageBody before={<QuestionCrumbs question={question} here="Ask for clarification" />}>
      <h1 className="govuk-heading-l">Ask for clarification</h1>
      <p className="govuk-body">
        The team sees your words but never your name, so leave out what gives you away. If it answers,
        question and answer are published to everybody
        {question.answersDueAt && ` by ${showInstant(question.answersDueAt)}`}.
      </p>
      <Form reply={reply}>
        {(fields) => (
          <>
            <CharacterCount
              label="What do you want to know?"
              maxWords={CLARIFICATION_WORDS}
              rows={5}
              {...fieldProps(fields['asked'])}
            />
            <NotPersonal reply={reply} fields={fields} />
            <Button once>Ask</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
