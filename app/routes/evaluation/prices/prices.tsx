import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { EvaluationPage } from '~/components/evaluation/evaluation-page';
import { Lines } from '~/components/lines';
import { pricesPage } from '~/domain/evaluation/queries/prices-page.server';
import { showMoney } from '~/domain/money';
import { ask } from '~/domain/query.server';
import { showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { SummaryList } from '~/ui/content/summary-list';
import { Tag } from '~/ui/content/tag';
import { pageTitle } from '~/web/page-title';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfEvaluation } from '../chain-of-evaluation.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = seen(await ask(pricesPage, actor, { reference: args.params['reference'] }));
  return { view, chain: await chainOfEvaluation(actor, view.reference) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Prices', data.view.title] : ['Not found']));

type Bid = ReturnType<typeof useLoaderData<typeof loader>>['view']['bids'][number];

export default function Prices() {
  const { view, chain } = useLoaderData<typeof loader>();
  return (
    <EvaluationPage chain={chain} question={view} here="Prices">
      <h1 className="govuk-heading-l">Prices that look abnormally low</h1>
      <InsetText>
        {view.rule ??
          'This question has no rule about low prices. The moderator may still ask a bidder about a price.'}
      </InsetText>
      {view.bids.length === 0 && <p className="govuk-body">There is no bid.</p>}
      {view.bids.map((bid) => (
        <PricedBid key={bid.reference} bid={bid} />
      ))}
    </EvaluationPage>
  );
}

const DECISIONS = { accepted: 'The price may stand', excluded: 'The bid is excluded' };

function PricedBid({ bid }: { bid: Bid }) {
  const { asked, may } = bid;
  return (
    <section className="govuk-!-margin-bottom-7">
      <h2 className="govuk-heading-m">
        {bid.bidder} {bid.found.length > 0 && <Tag colour="orange">Looks low</Tag>}
      </h2>
      <SummaryList
        rows={[
          { key: 'Price, without VAT', value: showMoney(bid.price) },
          { key: 'By the rule', value: bid.found.join(' ') || 'Nothing found' },
          asked && { key: 'Asked', value: <Lines text={asked.reason} /> },
          asked && {
            key: 'Explained',
            value: asked.explanation ? (
              <Lines text={asked.explanation} />
            ) : (
              `Nothing yet; due by ${showInstant(asked.answerBy)}`
            ),
          },
          asked?.decision && {
            key: 'Decided',
            value: <Lines text={`${DECISIONS[asked.decision]}. ${asked.decisionReason ?? ''}`} />,
          },
        ]}
      />
      {(may.ask || may.decide) && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.priceCheck(bid.reference)}>
            {may.ask ? 'Ask the bidder' : 'Decide on the price'}
            <span className="govuk-visually-hidden"> of {bid.bidder}</span>
          </a>
        </p>
      )}
    </section>
  );
}
