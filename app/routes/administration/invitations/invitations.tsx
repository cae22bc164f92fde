import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { Form } from '~/components/form';
import { INVITATION_STATES, showInvitedInto } from '~/domain/people/invitations/invitation';
import { mayInvite } from '~/domain/people/person-policy';
import { invitations } from '~/domain/people/queries/invitations.server';
import { ask } from '~/domain/query.server';
import { showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { InsetText } from '~/ui/content/inset-text';
import { Tag } from '~/ui/content/tag';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { Pagination } from '~/ui/navigation/pagination';
import { EmptyState } from '~/ui/report/empty-state';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayInvite(actor));
  const search = readSearch(args.request, { after: z.string().max(12).optional() });
  return found(await ask(invitations, actor, search));
}

export const meta = () => pageTitle('Invitations');

export default function Invitations() {
  const { rows, next, sends, may } = useLoaderData<typeof loader>();
  return (
    <PageBody wide>
      <h1 className="govuk-heading-xl">Invitations</h1>
      <ActionBar>
        <Button href={paths.invite()}>Invite a person</Button>
        <Button variant="secondary" href={paths.inviteMany()}>
          Invite many from a list
        </Button>
      </ActionBar>
      {!sends && <NoMailServer readsMail={may.readMail} />}
      {rows.length === 0 ? (
        <EmptyState title="Nobody was invited yet">
          An invitation goes out by mail, works for 30 days, and can carry an organisation, a team and roles.
        </EmptyState>
      ) : (
        <ScrollingTable
          name="Invitations"
          head={['To', 'Into', 'Sent', 'State', 'Letter', 'Change']}
          rows={rows.map((row) => [
            row.name ? `${row.name}, ${row.address}` : row.address,
            showInvitedInto(row),
            showDay(row.createdAt),
            <Tag key="state" colour={INVITATION_STATES[row.state].colour}>
              {INVITATION_STATES[row.state].text}
            </Tag>,
            row.state === 'open' && row.letterId ? (
              <a key="letter" className="govuk-link" href={paths.keptLetter(row.letterId)}>
                Read<span className="govuk-visually-hidden"> the letter to {row.address}</span>
              </a>
            ) : (
              ''
            ),
            row.state === 'open' ? (
              <TakeBack key="back" reference={row.reference} address={row.address} />
            ) : (
              ''
            ),
          ])}
        />
      )}
      <Pagination {...(next ? { next: { href: `${paths.invitations()}?after=${next}` } } : {})} />
    </PageBody>
  );
}

function NoMailServer({ readsMail }: { readsMail: boolean }) {
  return (
    <InsetText>
      No mail server is set, so no letter leaves Soundings.{' '}
      {readsMail
        ? 'Read the letter of each invitation and hand on its link yourself: whoever opens it joins as the person it names.'
        : 'Ask an administrator to read the letter and hand on its link.'}
    </InsetText>
  );
}

function TakeBack({ reference, address }: { reference: string; address: string }) {
  return (
    <Form id={`take-back-${reference}`} action={paths.revokeInvitation(reference)}>
      {() => (
        <Button variant="secondary" className="govuk-!-margin-bottom-0">
          Take back<span className="govuk-visually-hidden"> the invitation to {address}</span>
        </Button>
      )}
    </Form>
  );
}
