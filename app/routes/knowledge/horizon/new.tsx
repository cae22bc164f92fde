import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { dayValues, Form } from '~/components/form';
import { SignalFields } from '~/components/horizon/signal-fields';
import { addSignal } from '~/domain/elicitation/commands/add-signal.server';
import { SIGNAL_HOLDS_DAYS } from '~/domain/elicitation/commands/reaffirm-signal.server';
import { mayAddSignal } from '~/domain/elicitation/horizon/signal-policy';
import { ask } from '~/domain/query.server';
import { termChoices } from '~/domain/taxonomy/queries/term-choices.server';
import { addDays } from '~/domain/uk-time';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Draft a signal');

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayAddSignal(actor));
  const areas = await ask(termChoices, actor, { schemes: ['threatArea'] });
  return { areas: areas ?? [], reviewBy: dayValues(addDays(actor.asOf, SIGNAL_HOLDS_DAYS)) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, addSignal, {
    done: ({ reference }) => paths.signal(reference),
    says: 'Drafted. Add evidence and a judgement; a coordinator publishes it.',
  });

export default function NewSignal() {
  const { areas, reviewBy } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.horizon()} />}>
      <h1 className="govuk-heading-xl">Draft a signal</h1>
      <p className="govuk-body">
        Something new that may change the threat or the answer to it, before there is research on it.
      </p>
      <Form reply={reply} values={{ reviewBy }}>
        {(fields) => (
          <>
            <SignalFields {...{ fields, areas }} />
            <ActionBar>
              <Button once>Save the draft</Button>
              <a className="govuk-link" href={paths.horizon()}>
                Cancel
              </a>
            </ActionBar>
          </>
        )}
      </Form>
    </PageBody>
  );
}
