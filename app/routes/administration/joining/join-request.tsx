import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { decideJoinRequest } from '~/domain/people/commands/decide-join-request.server';
import { mayDecideJoinRequests } from '~/domain/people/person-policy';
import { joinRequestPage } from '~/domain/people/queries/join-request-page.server';
import { ask } from '~/domain/query.server';
import { showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { SummaryList } from '~/ui/content/summary-list';
import { Button } from '~/ui/forms/button';
import { Radios } from '~/ui/forms/radios';
import { Textarea } from '~/ui/forms/textarea';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayDecideJoinRequests(actor));
  return found(await ask(joinRequestPage, actor, { reference: args.params.reference }));
}

export const action = (args: ActionFunctionArgs) =>
  act(args, decideJoinRequest, {
    fixed: { request: args.params.reference ?? '' },
    done: () => paths.joinRequests(),
    says: ({ accepted }) =>
      accepted ? 'The person is a member now' : 'The request is declined, and the person is told why',
  });

export const meta = () => pageTitle('A request to join');

const DECISIONS = [
  { value: 'accept', label: 'Let the person in', hint: 'They read and take part as a verified member' },
  { value: 'decline', label: 'Decline', hint: 'They keep their account and may ask again' },
];

export default function JoinRequest() {
  const request = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <PageBody before={<BackLink href={paths.joinRequests()} />}>
      <h1 className="govuk-heading-xl">{request.name} asks to join</h1>
      <SummaryList
        rows={[
          { key: 'Asked', value: showDay(request.requestedAt) },
          { key: 'Addresses', value: request.addresses.join(', ') },
          { key: 'ORCID iD', value: request.orcid ?? 'Not stated' },
          { key: 'Organisation', value: request.organisation ?? (request.organisationName || 'Not stated') },
          { key: 'In their words', value: request.reason },
        ]}
      />
      {request.decidedAt ? (
        <InsetText>
          {request.accepted ? 'Accepted' : 'Declined'} on {showDay(request.decidedAt)}
          {request.decidedBy && ` by ${request.decidedBy}`}
          {request.decisionReason && `: ${request.decisionReason}`}.
        </InsetText>
      ) : (
        <Form reply={reply}>
          {(fields) => (
            <>
              <Radios label="Your decision" items={DECISIONS} {...fieldProps(fields.decision)} />
              <Textarea
                label="Why"
                hint="Needed when you decline. The person reads it"
                rows={3}
                {...fieldProps(fields.reason)}
              />
              <Button once>Decide</Button>
            </>
          )}
        </Form>
      )}
    </PageBody>
  );
}
