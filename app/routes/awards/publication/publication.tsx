import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { HoldForm } from '~/components/award/delivery/hold-form';
import { PublicationClock } from '~/components/award/delivery/publication-clock';
import { CLOCK_COLOURS } from '~/components/award/steps/state-colours';
import { AwardPage } from '~/components/award/award-page';
import { ConfirmForm } from '~/components/confirm-form';
import { holdPublication } from '~/domain/awards/commands/hold-publication.server';
import { liftHold } from '~/domain/awards/commands/lift-hold.server';
import { publicationPage } from '~/domain/awards/queries/publication-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { MetaLine } from '~/ui/report/meta-line';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { tellIfGone } from '~/web/tell-if-gone.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfDeliverable } from '../chain-of-award.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = found(await ask(publicationPage, actor, { reference: args.params['reference'] }));
  return { view, chain: await chainOfDeliverable(actor, view.reference) };
}

/** One page, one form at a time: a hold is placed, or the one that stands is lifted. */
export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const acting = {
    form,
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }: { reference: string }) => paths.publication(reference),
  };
  const outcome = form.has('words')
    ? act(args, holdPublication, { ...acting, says: 'Publication is held. Both sides see until when.' })
    : act(args, liftHold, { ...acting, says: 'The hold is lifted' });
  return tellIfGone(args, loader, outcome);
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Publication', data.view.title] : ['Not found']));

export default function Publication() {
  const { view, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const back = paths.deliverable(view.reference);
  const trail = [{ text: view.title, href: back }, { text: 'Publication' }];
  return (
    <AwardPage chain={chain} award={view.award} trail={trail}>
      <MetaLine state={{ text: view.stateName, colour: CLOCK_COLOURS[view.state] }}>Publication</MetaLine>
      <span className="govuk-caption-l">{view.title}</span>
      <h1 className="govuk-heading-l">When it is published</h1>
      <PublicationClock view={view} />
      {view.may.lift && (
        <ConfirmForm reply={reply} button="Lift the hold" backHref={back} back="Back to the deliverable" />
      )}
      {view.may.hold && <HoldForm reply={reply} />}
    </AwardPage>
  );
}
