import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { CLAIM_COLOURS } from '~/components/award/steps/state-colours';
import { StepForm } from '~/components/award/steps/step-form';
import { StepHistory } from '~/components/award/steps/step-history';
import { AwardPage } from '~/components/award/award-page';
import { advanceClaim } from '~/domain/awards/commands/advance-claim.server';
import { claimPage } from '~/domain/awards/queries/claim-page.server';
import { showMoney } from '~/domain/money';
import { ask } from '~/domain/query.server';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { SummaryList } from '~/ui/content/summary-list';
import { MetaLine } from '~/ui/report/meta-line';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { tellIfGone } from '~/web/tell-if-gone.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfAward } from '../chain-of-award.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = found(await ask(claimPage, actor, { reference: args.params['reference'] }));
  return { view, chain: await chainOfAward(actor, view.award.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, advanceClaim, {
      fixed: { reference: args.params['reference'] ?? '' },
      done: ({ reference }) => paths.claim(reference),
      says: ({ says }) => says,
    }),
  );

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Payment claim', data.view.award.question.title] : ['Not found']));

export default function Claim() {
  const { view, chain } = useLoaderData<typeof loader>();
  const { milestone } = view;
  return (
    <AwardPage chain={chain} award={view.award} trail={[{ text: 'Payment claim' }]}>
      <MetaLine state={{ text: view.stateName, colour: CLAIM_COLOURS[view.state] }}>Payment claim</MetaLine>
      <span className="govuk-caption-l">{view.award.bidder}</span>
      <h1 className="govuk-heading-l">
        {showMoney(view.amount)} for {milestone.title}
      </h1>
      <SummaryList
        rows={[
          { key: 'Milestone', value: `${milestone.position}. ${milestone.title}` },
          { key: 'Agreed payment', value: showMoney(milestone.amount) },
          { key: 'Left to claim besides', value: showMoney(milestone.left) },
          view.paidOn !== null && { key: 'Paid on', value: showDate(view.paidOn) },
        ]}
      />
      <StepForm steps={view.steps} reply={useActionData<typeof action>()} />
      <StepHistory subject="paymentClaim" steps={view.history} />
    </AwardPage>
  );
}
