import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Deadline } from '~/components/bid/deadline';
import { Form } from '~/components/form';
import { answerBidInvitation } from '~/domain/bids/commands/answer-bid-invitation.server';
import { bidInvitation } from '~/domain/bids/queries/bid-invitation.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  return found(await ask(bidInvitation, actor, { reference: args.params['reference'] }));
}

export const action = (args: ActionFunctionArgs) =>
  act(args, answerBidInvitation, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference, accepted }) => (accepted ? paths.bid(reference) : paths.bids()),
    says: ({ accepted }) => (accepted ? 'You have joined the bid.' : 'You have declined.'),
  });

export const meta = () => pageTitle('An invitation to bid');

export default function Invitation() {
  const invitation = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { title, lead, team, role, question } = invitation;
  return (
    <PageBody
      before={<Breadcrumbs items={[{ text: 'Your bids', href: paths.bids() }, { text: 'An invitation' }]} />}
    >
      <h1 className="govuk-heading-l">{lead} asks you to join a bid</h1>
      <p className="govuk-body">
        The question is “
        <a className="govuk-link" href={paths.question(question)}>
          {title}
        </a>
        ”, asked by {team}. <Deadline {...invitation} />.
      </p>
      <p className="govuk-body">
        You would be{' '}
        {role === 'editor' ? 'an editor, who reads and writes the bid' : 'a partner, who reads the bid'}. You
        see nothing of it until you accept. If you stand in another bid for this question, each bid has to
        declare that.
      </p>
      <Form reply={reply}>
        {() => (
          <div className="govuk-button-group">
            {invitation.open && (
              <Button name="answer" value="accept">
                Join the bid
              </Button>
            )}
            <Button name="answer" value="decline" variant="secondary">
              Decline
            </Button>
          </div>
        )}
      </Form>
    </PageBody>
  );
}
