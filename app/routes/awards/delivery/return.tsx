import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AwardPage } from '~/components/award/award-page';
import { Lines } from '~/components/lines';
import { ReasonForm } from '~/components/reason-form';
import { returnDeliverable } from '~/domain/awards/commands/return-deliverable.server';
import { deliverablePage } from '~/domain/awards/queries/deliverable-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Details } from '~/ui/content/details';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { tellIfGone } from '~/web/tell-if-gone.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfDeliverable } from '../chain-of-award.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = found(await ask(deliverablePage, actor, { reference: args.params['reference'] }));
  if (!view.may.return)
    throw forbidden(
      'Only the team’s authors and the senior responsible owner return what waits for acceptance.',
    );
  return { view, chain: await chainOfDeliverable(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, returnDeliverable, {
      fixed: { reference: args.params['reference'] ?? '' },
      done: ({ reference }) => paths.deliverable(reference),
      says: 'It is back with those who delivered it',
    }),
  );

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Return it for changes', data.view.title] : ['Not found']));

export default function Return() {
  const { view, chain } = useLoaderData<typeof loader>();
  const back = paths.deliverable(view.reference);
  const trail = [{ text: view.title, href: back }, { text: 'Return it for changes' }];
  return (
    <AwardPage
      chain={chain}
      award={{ reference: view.award.reference, question: view.question }}
      trail={trail}
    >
      <h1 className="govuk-heading-l">Return it for changes: {view.title}</h1>
      <Details summary="What was delivered">
        <Lines text={view.summary} />
        <Lines text={`Limits: ${view.limits || 'none stated'}`} />
      </Details>
      <ReasonForm
        reply={useActionData<typeof action>()}
        name="reason"
        label="What has to change?"
        rows={6}
        button="Return it"
        backHref={back}
      />
    </AwardPage>
  );
}
