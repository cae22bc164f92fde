import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AwardPage } from '~/components/evaluation/award-page';
import { ConfirmForm } from '~/components/evaluation/confirm-form';
import { closeAward } from '~/domain/awards/commands/close-award.server';
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
  if (!view.may.close)
    throw forbidden(
      'Only the team’s authors and the senior responsible owner close an award, when nothing is owed.',
    );
  return { view, chain: await chainOfAward(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, closeAward, {
      fixed: { reference: args.params['reference'] ?? '' },
      done: ({ reference }) => paths.award(reference),
      says: 'The award is closed',
    }),
  );

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Close the award', data.view.question.title] : ['Not found']));

export default function Close() {
  const { view, chain } = useLoaderData<typeof loader>();
  return (
    <AwardPage chain={chain} award={view} trail={[{ text: 'Close' }]}>
      <h1 className="govuk-heading-l">Close the award</h1>
      <p className="govuk-body">Everything owed by {view.bidder} was accepted and paid. The award is done.</p>
      <ConfirmForm
        reply={useActionData<typeof action>()}
        button="Close the award"
        backHref={paths.award(view.reference)}
      />
    </AwardPage>
  );
}
