import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AwardPage } from '~/components/award/award-page';
import { ReasonForm } from '~/components/reason-form';
import { withdrawAward } from '~/domain/awards/commands/withdraw-award.server';
import { awardPage } from '~/domain/awards/queries/award-page.server';
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
  const view = found(await ask(awardPage, actor, { reference: args.params['reference'] }));
  if (!view.may.withdraw)
    throw forbidden(
      'Only the senior responsible owner can withdraw the decision, and only until its notice.',
    );
  return { view, chain: await chainOfAward(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, withdrawAward, {
      fixed: { reference: args.params['reference'] ?? '' },
      done: ({ reference }) => paths.award(reference),
      says: 'The decision is withdrawn',
    }),
  );

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Withdraw the decision', data.view.question.title] : ['Not found']));

export default function Withdraw() {
  const { view, chain } = useLoaderData<typeof loader>();
  return (
    <AwardPage chain={chain} award={view} trail={[{ text: 'Withdraw the decision' }]}>
      <h1 className="govuk-heading-l">Withdraw the award decision</h1>
      <p className="govuk-body">
        The award to {view.bidder} is taken back, and the question is in evaluation again unless it has
        another award. The decision and its withdrawal stay on file.
      </p>
      <ReasonForm
        reply={useActionData<typeof action>()}
        label="Why is it withdrawn?"
        button="Withdraw the decision"
        warning
        backHref={paths.award(view.reference)}
      />
    </AwardPage>
  );
}
