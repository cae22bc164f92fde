import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { QuestionCrumbs } from '~/components/question/question-crumbs';
import { ask } from '~/domain/query.server';
import { copyQuestion } from '~/domain/questions/commands/copy-question.server';
import { startingChoices } from '~/domain/questions/queries/starting-choices.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Radios } from '~/ui/forms/radios';
import { PageBody } from '~/ui/layout/page-body';
import { act, type FormReply } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';
import { questionFor } from '../question-for.server';

export async function loader(args: LoaderFunctionArgs) {
  const question = await questionFor(args, () => true, '');
  const { routes, teams } = found(await ask(startingChoices, await personWhoAsks(args), {}));
  if (!teams.some(({ reference }) => reference === question.team.reference))
    throw forbidden('Only an author of the team can copy its questions.');
  return { question, routes };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, copyQuestion, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.questionDraft(reference),
    says: 'Copied to a new draft. Its dates are yours to set.',
  });

export const meta: MetaFunction = () => pageTitle('Copy to a new draft');

export default function CopyQuestion() {
  const { question, routes } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  return (
    <PageBody before={<QuestionCrumbs question={question} here="Copy to a new draft" />}>
      <h1 className="govuk-heading-l">Copy to a new draft</h1>
      <p className="govuk-body">Text, terms, criteria and people come along. Every date is left out.</p>
      <Form reply={reply} values={{ route: question.route.slug }}>
        {(fields) => (
          <>
            <Radios
              label="Route of the new question"
              items={routes.map(({ slug, name, purpose }) => ({ value: slug, label: name, hint: purpose }))}
              {...fieldProps(fields['route'])}
            />
            <Button once>Make the draft</Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
