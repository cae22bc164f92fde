import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Form } from '~/components/form';
import { endOwnSessions } from '~/domain/people/commands/end-own-sessions.server';
import { ownSessions } from '~/domain/people/queries/own-sessions.server';
import { ask } from '~/domain/query.server';
import { showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Tag } from '~/ui/content/tag';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export const loader = async (args: LoaderFunctionArgs) =>
  found(await ask(ownSessions, await personWhoAsks(args), {}));

export const action = (args: ActionFunctionArgs) =>
  act(args, endOwnSessions, {
    done: () => paths.accountSessions(),
    says: ({ count }) => (count === 1 ? 'The session is ended' : `${count} sessions are ended`),
  });

export const meta = () => pageTitle('Where you are signed in');

export default function Sessions() {
  const sessions = useLoaderData<typeof loader>();
  const others = sessions.filter(({ present }) => !present);
  return (
    <PageBody before={<BackLink href={paths.account()} />}>
      <h1 className="govuk-heading-xl">Where you are signed in</h1>
      <p className="govuk-body">
        A session ends by itself after eight hours without use, and after a day in any case.
      </p>
      <ScrollingTable
        name="Sessions"
        caption="Sessions"
        captionSize="m"
        head={['Device', 'Signed in', 'Last used', 'End it']}
        rows={sessions.map(({ name, present, device, createdAt, lastSeenAt }) => [
          device,
          showInstant(createdAt),
          showInstant(lastSeenAt),
          present ? (
            <Tag key={name}>This one</Tag>
          ) : (
            <EndButton key={name} session={name} text="End" about={device} />
          ),
        ])}
      />
      {others.length > 0 && <EndButton session="others" text="End all other sessions" />}
    </PageBody>
  );
}

function EndButton({ session, text, about }: { session: string; text: string; about?: string }) {
  return (
    <Form id={`end-${session}`}>
      {() => (
        <>
          <input type="hidden" name="session" value={session} />
          <Button variant="secondary" className="govuk-!-margin-bottom-0">
            {text}
            {about && <span className="govuk-visually-hidden"> the session on {about}</span>}
          </Button>
        </>
      )}
    </Form>
  );
}
