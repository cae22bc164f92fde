import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { BidBreakdown } from '~/components/evaluation/ranking/bid-breakdown';
import { Firmness } from '~/components/evaluation/ranking/firmness';
import { HiddenBidders } from '~/components/evaluation/ranking/hidden-bidders';
import { EvaluationPage } from '~/components/evaluation/evaluation-page';
import { RankedParts } from '~/components/evaluation/ranking/ranked-parts';
import { Recommendations } from '~/components/evaluation/ranking/recommendations';
import { revealBidders } from '~/domain/evaluation/commands/reveal-bidders.server';
import { rankingPage } from '~/domain/evaluation/queries/ranking-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { EmptyState } from '~/ui/report/empty-state';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfEvaluation } from '../chain-of-evaluation.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = seen(await ask(rankingPage, actor, { reference: args.params['reference'] }));
  return { view, chain: await chainOfEvaluation(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, revealBidders, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.ranking(reference),
    says: 'The names of the bidders are shown',
  });

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Ranking', data.view.title] : ['Not found']));

export default function Ranking() {
  const { view, chain } = useLoaderData<typeof loader>();
  const { rows, excluded, may, reference } = view;
  return (
    <EvaluationPage chain={chain} question={view} here="Ranking" wide>
      <h1 className="govuk-heading-l">Ranking</h1>
      {view.hidesBidders && <HiddenBidders may={may.reveal} />}
      {rows.length === 0 ? (
        <EmptyState title="There is no bid to rank">
          The moderator can recommend to end without an award.
        </EmptyState>
      ) : (
        <RankedParts view={view} />
      )}
      {excluded.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Excluded</h2>
          <ul className="govuk-list govuk-list--bullet">
            {excluded.map((bid) => (
              <li key={bid.reference}>
                {bid.bidder}: {bid.reason}
              </li>
            ))}
          </ul>
        </>
      )}
      {may.recommend && <Button href={paths.recommendation(reference)}>Recommend</Button>}
      {may.decide && <Button href={paths.decision(reference)}>Decide on the recommendation</Button>}
      {view.priceScored && rows.length > 0 && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.prices(reference)}>
            Prices that look abnormally low
          </a>
        </p>
      )}
      {view.parts.map(({ lot, sensitivity }) => (
        <Firmness key={lot?.number ?? 0} rows={sensitivity} lot={lot} />
      ))}
      <Recommendations recommendations={view.recommendations} rows={rows} />
      {rows.map((row) => (
        <BidBreakdown key={row.reference} bidder={row.bidder} criteria={row.criteria} />
      ))}
    </EvaluationPage>
  );
}
