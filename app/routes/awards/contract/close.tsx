import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ClosingForm } from '~/components/award/closing-form';
import { AwardPage } from '~/components/award/award-page';
import { closeAward } from '~/domain/awards/commands/close-award.server';
import { closingPage } from '~/domain/awards/queries/closing-page.server';
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
  const view = found(await ask(closingPage, actor, { reference: args.params['reference'] }));
  if (!view.closes)
    throw forbidden('Only the team’s authors and the senior responsible owner close an award in delivery.');
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
      <p className="govuk-body">
        {view.items.length === 0
          ? `Everything owed by ${view.bidder} was accepted and paid. The award is done.`
          : 'Some things are open. Each needs a reason, which stays on file.'}
      </p>
      <ClosingForm
        items={view.items}
        reply={useActionData<typeof action>()}
        backHref={paths.award(view.reference)}
      />
    </AwardPage>
  );
}
