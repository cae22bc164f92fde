import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { BidPage } from '~/components/bid/bid-page';
import { RefusalSummary } from '~/components/bid/refusal-summary';
import { ReasonForm } from '~/components/reason-form';
import { declineInterview } from '~/domain/evaluation/commands/decline-interview.server';
import { ownInterviewPage } from '~/domain/evaluation/queries/own-interview-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  return found(await ask(ownInterviewPage, actor, { reference: args.params['reference'] }));
}

export const action = (args: ActionFunctionArgs) =>
  act(args, declineInterview, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.ownInterview(reference),
    says: 'You have withdrawn from the interview',
  });

export const meta = () => pageTitle('Withdraw from the interview');

export default function WithdrawFromInterview() {
  const view = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <BidPage chain={null} bid={view} here="Withdraw from the interview">
      {!view.may.withdraw && <RefusalSummary reply={reply} />}
      <h1 className="govuk-heading-l">Withdraw from the interview</h1>
      {view.may.withdraw ? (
        <>
          <p className="govuk-body">Your bid is then no longer ranked. This cannot be taken back.</p>
          <ReasonForm
            reply={reply}
            label="Why do you withdraw?"
            button="Withdraw"
            warning
            backHref={paths.ownInterview(view.reference)}
          />
        </>
      ) : (
        <p className="govuk-body">
          There is nothing to withdraw from now.{' '}
          <a className="govuk-link" href={paths.ownInterview(view.reference)}>
            Back to your interview
          </a>
        </p>
      )}
    </BidPage>
  );
}
