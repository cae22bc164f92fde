import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Form } from '~/components/form';
import { confirmRegister } from '~/domain/evaluation/commands/confirm-register.server';
import { ownRegister } from '~/domain/evaluation/queries/own-register.server';
import { ask } from '~/domain/query.server';
import { showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { BackLink } from '~/ui/navigation/back-link';
import { EmptyState } from '~/ui/report/empty-state';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';
import { Closed, Entries } from './entries';

export const loader = async (args: LoaderFunctionArgs) =>
  found(await ask(ownRegister, await personWhoAsks(args), {}));

export const action = (args: ActionFunctionArgs) =>
  act(args, confirmRegister, {
    done: () => paths.ownInterests(),
    says: 'Your register is declared for a year',
  });

export const meta = () => pageTitle('Your register of interests');

export default function Register() {
  const view = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { entries, past, closed } = view;
  return (
    <PageBody before={<BackLink href={paths.account()} />}>
      <h1 className="govuk-heading-xl">Your register of interests</h1>
      <p className="govuk-body">
        Write down what could sway you, or look as if it could, before anybody asks. Only people who run a
        competition that you can influence read it, and only the entries that touch somebody in one of its
        bids.
      </p>
      <p className="govuk-body">
        Family and personal interests count for ever. All others count while they last and for some years
        after: three, unless the route of a question says otherwise.
      </p>
      <Standing view={view} />
      {entries.length === 0 ? (
        <EmptyState title="Your register is empty">
          Add an employer, somebody you work or write with, money, family. Where there is nothing, declare
          that.
        </EmptyState>
      ) : (
        <Entries title="What you declare" entries={entries} inForce />
      )}
      <Form id="confirming" reply={reply}>
        {() => (
          <ActionBar>
            <Button href={paths.newInterest()} variant="secondary">
              Add an interest
            </Button>
            <Button once>
              {entries.length === 0
                ? 'I have nothing to declare'
                : view.confirmedAt
                  ? 'Nothing has changed'
                  : 'This is all I have to declare'}
            </Button>
          </ActionBar>
        )}
      </Form>
      {closed.length > 0 && <Closed closed={closed} />}
      {past.length > 0 && <Entries title="What you declared before" entries={past} />}
    </PageBody>
  );
}

type View = ReturnType<typeof useLoaderData<typeof loader>>;

function Standing({ view: { confirmedAt, dueOn, isDue } }: { view: View }) {
  if (!confirmedAt || !dueOn)
    return <InsetText>You have not declared it whole yet. Declare it once a year.</InsetText>;
  return (
    <InsetText>
      {isDue
        ? `You last declared it whole on ${showDay(confirmedAt)}, over a year ago. Look through it and declare it again.`
        : `You declared it whole on ${showDay(confirmedAt)}. It is due again on ${showDay(dueOn)}.`}
    </InsetText>
  );
}
