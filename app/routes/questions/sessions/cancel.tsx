import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { cancelSession } from '~/domain/sessions/commands/cancel-session.server';
import { showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Textarea } from '~/ui/forms/textarea';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { tellIfGone } from '~/web/tell-if-gone.server';
import { sessionFor } from './session-for.server';

export const loader = (args: LoaderFunctionArgs) =>
  sessionFor(args, ['ahead', 'held'], 'This session was called off or recorded already.');

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, cancelSession, {
      fixed: { reference: args.params['reference'] ?? '' },
      done: ({ reference }) => paths.sessions(reference),
      says: 'The session is called off. Everybody who watches is told.',
    }),
  );

export const meta: MetaFunction = () => pageTitle('Call off a session');

export default function CancelSession() {
  const { question, title, subject, startsAt } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.sessions(question)} />}>
      <span className="govuk-caption-l">{title}</span>
      <h1 className="govuk-heading-l">Call off a session</h1>
      <p className="govuk-body">
        {subject}, {showInstant(startsAt)}. It stays on the page as called off, with your reason.
      </p>
      <Form reply={reply}>
        {(fields) => (
          <>
            <Textarea label="Why" rows={3} {...fieldProps(fields['reason'])} />
            <Button variant="warning" once>
              Call it off
            </Button>
          </>
        )}
      </Form>
    </PageBody>
  );
}
