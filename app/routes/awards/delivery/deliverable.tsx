import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { AwardPage } from '~/components/award/award-page';
import { DeliverableActions } from '~/components/award/delivery/deliverable-actions';
import { ReviewRounds } from '~/components/award/delivery/review-rounds';
import { DeliverableHistory } from '~/components/award/delivery/deliverable-history';
import { Lines } from '~/components/lines';
import { CLOCK_STATES } from '~/domain/awards/publication/publication-clock';
import { deliverablePage } from '~/domain/awards/queries/deliverable-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { MetaLine } from '~/ui/report/meta-line';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfDeliverable } from '../chain-of-award.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = found(await ask(deliverablePage, actor, { reference: args.params['reference'] }));
  return { view, chain: await chainOfDeliverable(actor, view.reference) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? [data.view.title, data.view.question.title] : ['Not found']));

type View = ReturnType<typeof useLoaderData<typeof loader>>['view'];

function stateOf({ acceptedAt, returnedAt, reviewedAt }: View) {
  if (acceptedAt) return { text: 'Accepted', colour: 'green' } as const;
  if (returnedAt) return { text: 'Returned', colour: 'orange' } as const;
  return reviewedAt
    ? ({ text: 'Reviewed', colour: 'teal' } as const)
    : ({ text: 'Delivered', colour: 'blue' } as const);
}

export default function Deliverable() {
  const { view, chain } = useLoaderData<typeof loader>();
  const award = { reference: view.award.reference, question: view.question };
  return (
    <AwardPage chain={chain} award={award} trail={[{ text: view.title }]}>
      <MetaLine state={stateOf(view)}>{view.milestone.title}</MetaLine>
      <span className="govuk-caption-l">{view.award.bidder}</span>
      <h1 className="govuk-heading-l">{view.title}</h1>
      <Lines text={view.summary} />
      <h2 className="govuk-heading-m">Limits</h2>
      <Lines text={view.limits || 'None stated.'} />
      {view.inside && <DeliverableActions view={view} />}
      {view.clock && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.publication(view.reference)}>
            When it is published
          </a>
          : {CLOCK_STATES[view.clock].toLowerCase()}
        </p>
      )}
      <ReviewRounds rounds={view.rounds} />
      {view.findings.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Findings from it</h2>
          <ul className="govuk-list">
            {view.findings.map(({ reference, title }) => (
              <li key={reference}>
                <a className="govuk-link" href={paths.finding(reference)}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {view.inside && <DeliverableHistory view={view} />}
    </AwardPage>
  );
}
