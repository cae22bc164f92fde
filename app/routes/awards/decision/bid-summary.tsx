import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { BidPage } from '~/components/bid/bid-page';
import { SummaryOutcome, SummaryView } from '~/components/award/summary-view';
import { Winner } from '~/components/award/winner';
import { assessmentSummaryForBidder } from '~/domain/awards/queries/assessment-summary-for-bidder.server';
import { chainOf } from '~/domain/insight/queries/chain-of.server';
import { ask } from '~/domain/query.server';
import { showDate, showInstant } from '~/domain/uk-time';
import { InsetText } from '~/ui/content/inset-text';
import { paths } from '~/paths';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = found(await ask(assessmentSummaryForBidder, actor, { reference: args.params['reference'] }));
  const chain = await ask(chainOf, actor, { noun: 'bid', reference: view.reference, here: 'evaluation' });
  return { view, chain };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Assessment summary', data.view.title] : ['Not found']));

export default function BidSummary() {
  const { view, chain } = useLoaderData<typeof loader>();
  return (
    <BidPage chain={chain} bid={view} here="Assessment summary">
      <span className="govuk-caption-l">{view.title}</span>
      <h1 className="govuk-heading-l">Assessment summary</h1>
      <p className="govuk-body">Sent on {showInstant(view.sentAt)}. It is yours alone.</p>
      <SummaryOutcome content={view.content} />
      {view.hasLetter && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.bidLetter(view.reference)}>
            The letter about your bid
          </a>
        </p>
      )}
      {view.reserve && <OwnReserve place={view.reserve} />}
      <h2 className="govuk-heading-m">How your bid was assessed</h2>
      <SummaryView content={view.content} />
      <h2 className="govuk-heading-m">What was awarded</h2>
      {view.mayChallenge && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.lodgeChallenge(view.reference)}>
            Challenge the decision
          </a>
        </p>
      )}
      {view.winners.length === 0 && (
        <p className="govuk-body">
          {view.content.outcome === 'awarded' || view.content.outcome === 'notAwarded'
            ? 'The award notice is not out yet. When it is, this page says who won and how that bid was scored.'
            : 'No award was made.'}
        </p>
      )}
      {view.winners.map((winner) => (
        <Winner key={winner.reference} winner={winner} own={view.content} />
      ))}
    </BidPage>
  );
}

interface Place {
  position: number;
  until: Date;
  awardedAt: Date | null;
  releasedAt: Date | null;
}

const OwnReserve = ({ place: { position, until, awardedAt, releasedAt } }: { place: Place }) => (
  <InsetText>
    {awardedAt
      ? 'An award was decided from the reserve list, on which this bid stood.'
      : releasedAt
        ? `This bid was on the reserve list. It left it on ${showInstant(releasedAt)}.`
        : `This bid is on the reserve list, in place ${position}, until ${showDate(until)}. Should an award end before its contract, the first on the list is awarded next.`}
  </InsetText>
);
