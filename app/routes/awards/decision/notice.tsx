import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ConfirmForm } from '~/components/confirm-form';
import { EvaluationPage } from '~/components/evaluation/evaluation-page';
import { giveNotice } from '~/domain/awards/commands/give-notice.server';
import { summariesPage } from '~/domain/awards/queries/summaries-page.server';
import { showMoney } from '~/domain/money';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden } from '~/web/reply.server';
import { seen } from '~/web/seen.server';
import { tellIfGone } from '~/web/tell-if-gone.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfDecision } from '../chain-of-award.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = seen(await ask(summariesPage, actor, { reference: args.params['reference'] }));
  if (!view.may.giveNotice)
    throw forbidden('The notice goes out once, after every bidder was sent their summary.');
  return { view, chain: await chainOfDecision(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, giveNotice, {
      fixed: { reference: args.params['reference'] ?? '' },
      done: ({ reference }) => paths.summaries(reference),
      says: 'The award notice is out',
    }),
  );

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Give the award notice', data.view.title] : ['Not found']));

export default function Notice() {
  const { view, chain } = useLoaderData<typeof loader>();
  const awards = view.awards.filter(({ noticeAt, withdrawnAt }) => !noticeAt && !withdrawnAt);
  const days = view.standstillWorkingDays;
  return (
    <EvaluationPage chain={chain} question={view} here="Award notice">
      <h1 className="govuk-heading-l">Give the award notice</h1>
      <ul className="govuk-list govuk-list--bullet">
        {awards.map(({ reference, bidder, amount }) => (
          <li key={reference}>
            {bidder}, {showMoney(amount)}
          </li>
        ))}
      </ul>
      <p className="govuk-body">
        From now on everybody who can read the question reads who won. The decision can no longer be
        withdrawn.{' '}
        {days > 0
          ? `A standstill of ${days} working days starts, and today is day 1 if it is a working day. No contract can be signed before it has ended.`
          : 'This route has no standstill, so the contract can follow at once.'}
      </p>
      <p className="govuk-body">
        Soundings is not the statutory tender system: where your procurement needs a notice on Find a Tender,
        publish it there too.
      </p>
      <ConfirmForm
        reply={useActionData<typeof action>()}
        button="Give the notice"
        backHref={paths.summaries(view.reference)}
      />
    </EvaluationPage>
  );
}
