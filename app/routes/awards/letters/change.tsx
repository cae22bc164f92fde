import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { EvaluationPage } from '~/components/evaluation/evaluation-page';
import { fieldProps, Form } from '~/components/form';
import { changeLetter } from '~/domain/awards/commands/change-letter.server';
import { letterToChange } from '~/domain/awards/queries/letter-to-change.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Textarea } from '~/ui/forms/textarea';
import { ActionBar } from '~/ui/layout/action-bar';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfDecision } from '../chain-of-award.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = seen(await ask(letterToChange, actor, { reference: args.params['reference'] }));
  return { view, chain: await chainOfDecision(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, changeLetter, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ question }) => paths.letters(question),
    says: 'The letter is kept as you wrote it',
  });

export const meta: MetaFunction = () => pageTitle('Change a letter');

export default function ChangeLetter() {
  const { view, chain } = useLoaderData<typeof loader>();
  return (
    <EvaluationPage chain={chain} question={view} here="Change a letter">
      <h1 className="govuk-heading-l">Change a letter</h1>
      <Form reply={useActionData<typeof action>()} values={{ text: view.text }}>
        {(fields) => (
          <>
            <Textarea
              label="Text of the letter"
              hint="That it was changed is marked on the page of letters and on file"
              rows={16}
              {...fieldProps(fields['text'])}
            />
            <ActionBar>
              <Button once>Keep this text</Button>
              <a className="govuk-link" href={paths.letters(view.reference)}>
                Cancel
              </a>
            </ActionBar>
          </>
        )}
      </Form>
    </EvaluationPage>
  );
}
