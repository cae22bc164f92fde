import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ReviewForm } from '~/components/award/delivery/review-form';
import { AwardPage } from '~/components/award/award-page';
import { Lines } from '~/components/lines';
import { reviewDeliverable } from '~/domain/awards/commands/review-deliverable.server';
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
  if (!view.may.review)
    throw forbidden('Only the panel and the team review what was delivered, once, and never their own.');
  return { view, chain: await chainOfDeliverable(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, reviewDeliverable, {
      fixed: { reference: args.params['reference'] ?? '' },
      done: ({ reference }) => paths.deliverable(reference),
      says: 'The review is recorded',
    }),
  );

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Review', data.view.title] : ['Not found']));

export default function Review() {
  const { view, chain } = useLoaderData<typeof loader>();
  const back = paths.deliverable(view.reference);
  const trail = [{ text: view.title, href: back }, { text: 'Review' }];
  return (
    <AwardPage
      chain={chain}
      award={{ reference: view.award.reference, question: view.question }}
      trail={trail}
    >
      <h1 className="govuk-heading-l">Review: {view.title}</h1>
      <Details summary="What was delivered">
        <Lines text={view.summary} />
        <Lines text={`Limits: ${view.limits || 'none stated'}`} />
      </Details>
      <ReviewForm reply={useActionData<typeof action>()} inRound={view.inRound} backHref={back} />
    </AwardPage>
  );
}
