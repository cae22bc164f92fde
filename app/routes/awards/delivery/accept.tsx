import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AwardPage } from '~/components/award/award-page';
import { ConfirmForm } from '~/components/confirm-form';
import { Lines } from '~/components/lines';
import { acceptDeliverable } from '~/domain/awards/commands/accept-deliverable.server';
import { deliverablePage } from '~/domain/awards/queries/deliverable-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden, found } from '~/web/reply.server';
import { tellIfGone } from '~/web/tell-if-gone.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfDeliverable } from '../chain-of-award.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = found(await ask(deliverablePage, actor, { reference: args.params['reference'] }));
  if (!view.may.accept)
    throw forbidden(
      'Only the team’s authors and the senior responsible owner accept what somebody else has reviewed.',
    );
  return { view, chain: await chainOfDeliverable(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, acceptDeliverable, {
      fixed: { reference: args.params['reference'] ?? '' },
      done: ({ reference }) => paths.deliverable(reference),
      says: 'Accepted',
    }),
  );

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Accept', data.view.title] : ['Not found']));

export default function Accept() {
  const { view, chain } = useLoaderData<typeof loader>();
  const back = paths.deliverable(view.reference);
  const trail = [{ text: view.title, href: back }, { text: 'Accept' }];
  return (
    <AwardPage
      chain={chain}
      award={{ reference: view.award.reference, question: view.question }}
      trail={trail}
    >
      <h1 className="govuk-heading-l">Accept: {view.title}</h1>
      <h2 className="govuk-heading-m">The review, by {view.reviewedByName}</h2>
      <Lines text={view.reviewNote ?? ''} />
      <p className="govuk-body">
        Accepting signs it off. Its payment can be made, and with the last one the question is answered. This
        cannot be taken back.
      </p>
      <ConfirmForm reply={useActionData<typeof action>()} button="Accept" backHref={back} />
    </AwardPage>
  );
}
