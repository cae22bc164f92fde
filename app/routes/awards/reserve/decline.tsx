import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AwardPage } from '~/components/award/award-page';
import { ReasonForm } from '~/components/reason-form';
import { declineAward } from '~/domain/awards/commands/decline-award.server';
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
  if (!view.may.decline)
    throw forbidden(
      'Only the lead of the winning bid can decline the award, from its notice until the contract.',
    );
  return { view, chain: await chainOfAward(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, declineAward, {
      fixed: { reference: args.params['reference'] ?? '' },
      done: () => paths.bids(),
      says: 'The award is declined, and the team is told',
    }),
  );

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Decline the award', data.view.question.title] : ['Not found']));

export default function Decline() {
  const { view, chain } = useLoaderData<typeof loader>();
  return (
    <AwardPage chain={chain} award={view} trail={[{ text: 'Decline the award' }]}>
      <h1 className="govuk-heading-l">Decline the award</h1>
      <p className="govuk-body">
        The award of your bid ends before a contract, for all who stand in it. It cannot be taken back: the
        team awards the next on its reserve list, or looks at the bids again.
      </p>
      <ReasonForm
        reply={useActionData<typeof action>()}
        label="Why do you decline it?"
        button="Decline the award"
        warning
        backHref={paths.award(view.reference)}
      />
    </AwardPage>
  );
}
