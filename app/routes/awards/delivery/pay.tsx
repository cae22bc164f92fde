import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AwardPage } from '~/components/award/award-page';
import { ConfirmForm } from '~/components/confirm-form';
import { payMilestone } from '~/domain/awards/commands/pay-milestone.server';
import { awardPage } from '~/domain/awards/queries/award-page.server';
import { showMoney } from '~/domain/money';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { tellIfGone } from '~/web/tell-if-gone.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfAward } from '../chain-of-award.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const { reference, position } = args.params;
  const view = found(await ask(awardPage, actor, { reference }));
  if (!view.milestones) throw forbidden('Only the two sides of the contract see its milestones.');
  const milestone = found(view.milestones.find((one) => String(one.position) === position) ?? null);
  if (!milestone.pay)
    throw forbidden('Only the budget holder records a payment, once what was owed is accepted.');
  return { view, milestone, chain: await chainOfAward(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, payMilestone, {
      fixed: { reference: args.params['reference'] ?? '', position: args.params['position'] ?? '' },
      done: ({ reference }) => paths.award(reference),
      says: 'The payment is recorded',
    }),
  );

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Record a payment', data.view.question.title] : ['Not found']));

export default function Pay() {
  const { view, milestone, chain } = useLoaderData<typeof loader>();
  return (
    <AwardPage chain={chain} award={view} trail={[{ text: 'Record a payment' }]}>
      <h1 className="govuk-heading-l">Record the payment of {showMoney(milestone.amount)}</h1>
      <p className="govuk-body">
        For “{milestone.title}”, to {view.bidder}. Soundings records that you paid; it does not pay.
      </p>
      <ConfirmForm
        reply={useActionData<typeof action>()}
        button="Record the payment"
        backHref={paths.award(view.reference)}
      />
    </AwardPage>
  );
}
