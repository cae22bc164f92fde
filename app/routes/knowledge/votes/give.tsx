import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { isAllowed } from '~/domain/policy';
import { ask } from '~/domain/query.server';
import { giveVotes } from '~/domain/ratings/commands/give-votes.server';
import { votesOn } from '~/domain/ratings/queries/votes-on.server';
import { ALLOTMENT } from '~/domain/ratings/votes/votes';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { Select } from '~/ui/forms/select';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Give votes');

const named = ({ params }: LoaderFunctionArgs | ActionFunctionArgs) => ({
  priority: params['reference'] ?? '',
  finding: params['finding'] ?? '',
});

export async function loader(args: LoaderFunctionArgs) {
  const { verdict, ...voting } = found(await ask(votesOn, await personWhoAsks(args), named(args)));
  if (voting.own === 0 || !voting.inForce) permitted(verdict);
  const most = isAllowed(verdict) ? ALLOTMENT - voting.spent + voting.own : voting.own;
  return { ...voting, most };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, giveVotes, {
    fixed: named(args),
    done: ({ priority }) => paths.priorityVotes(priority),
    says: ({ votes }) => (votes === 0 ? 'You took your votes back' : `It has ${votes} of your votes`),
  });

export default function GiveVotes() {
  const { finding, priority, own, spent, most } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const back = paths.priorityVotes(priority.reference);
  const options = Array.from({ length: most + 1 }, (_, votes) => ({
    value: String(votes),
    text: votes === 0 ? 'None' : String(votes),
  }));
  return (
    <PageBody before={<BackLink href={back} />}>
      <span className="govuk-caption-xl">{finding.title}</span>
      <h1 className="govuk-heading-xl">Give it votes for “{priority.name}”</h1>
      <p className="govuk-body">
        You have {ALLOTMENT - spent} of {ALLOTMENT} votes left for {priority.document} in this half-year. You
        can move them until it ends. Others see how many votes a finding has, not whose they are.
      </p>
      <Form reply={reply} values={{ votes: String(own) }}>
        {(fields) => (
          <>
            <Select label="Votes" options={options} {...fieldProps(fields['votes'])} />
            <ActionBar>
              <Button>Give votes</Button>
              <a className="govuk-link" href={back}>
                Cancel
              </a>
            </ActionBar>
          </>
        )}
      </Form>
    </PageBody>
  );
}
