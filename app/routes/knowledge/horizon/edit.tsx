import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { dayValues, Form } from '~/components/form';
import { SignalFields } from '~/components/horizon/signal-fields';
import { editSignal } from '~/domain/elicitation/commands/edit-signal.server';
import { ask } from '~/domain/query.server';
import { showReference } from '~/domain/reference';
import { termChoices } from '~/domain/taxonomy/queries/term-choices.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { signalToKeep } from './keeping.server';

export const meta = () => pageTitle('Change a signal');

export async function loader(args: LoaderFunctionArgs) {
  const { signal, actor } = await signalToKeep(args);
  const { reference, title, changing, areas, questions, round, reviewBy } = signal;
  const choices = await ask(termChoices, actor, { schemes: ['threatArea'] });
  const values = {
    ...{ title, changing, threatAreas: areas.map(({ slug }) => slug), reviewBy: dayValues(reviewBy) },
    questions: questions.map((question) => showReference(question.reference)).join(', '),
    elicitation: round ? showReference(round.reference) : '',
  };
  return { reference, values, areas: choices ?? [] };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, editSignal, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.signal(reference),
    says: 'Changed',
  });

export default function EditSignal() {
  const { reference, values, areas } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.signal(reference)} />}>
      <h1 className="govuk-heading-xl">Change this signal</h1>
      <Form reply={reply} values={values}>
        {(fields) => (
          <>
            <SignalFields {...{ fields, areas }} />
            <ActionBar>
              <Button once>Save</Button>
              <a className="govuk-link" href={paths.signal(reference)}>
                Cancel
              </a>
            </ActionBar>
          </>
        )}
      </Form>
    </PageBody>
  );
}
