import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { mayReadIssued, mayReadMeasures } from '~/domain/measures/measure-policy';
import { issuedScorecards } from '~/domain/measures/queries/issued-scorecards.server';
import { NO_OUTCOME } from '~/domain/measures/scorecard/scorecard';
import { isAllowed } from '~/domain/policy';
import { ask } from '~/domain/query.server';
import { showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Button } from '~/ui/forms/button';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { Pagination } from '~/ui/navigation/pagination';
import { EmptyState } from '~/ui/report/empty-state';
import { Lede } from '~/ui/report/lede';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Scorecards');

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayReadIssued(actor));
  const search = readSearch(args.request, { after: z.uuid().optional() });
  const list = found(await ask(issuedScorecards, actor, search));
  return { ...list, live: isAllowed(mayReadMeasures(actor)) };
}

export default function Scorecards() {
  const { cards, next, live } = useLoaderData<typeof loader>();
  return (
    <PageBody
      wide
      before={<Breadcrumbs items={[{ text: 'Strategy', href: paths.strategy() }, { text: 'Scorecards' }]} />}
    >
      <h1 className="govuk-heading-xl">Scorecards</h1>
      <Lede>How it went for each priority: effort, impact and threat reduction, by period, as issued.</Lede>
      {live && <Button href={paths.liveScorecard()}>See the live scorecard</Button>}
      {cards.length === 0 ? (
        <EmptyState title="None is issued yet">A coordinator issues one once its period is over.</EmptyState>
      ) : (
        <ScrollingTable
          name="Issued scorecards"
          head={['Scorecard', 'Number', 'Filled cells', 'Outcomes', 'Issued']}
          rows={cards.map((card) => [
            <a key={card.reference} className="govuk-link" href={paths.scorecard(card.reference)}>
              {card.document || 'Threat areas'}, {card.period}
            </a>,
            card.number,
            `${card.filled} of ${card.cells}`,
            card.withoutOutcome ? NO_OUTCOME : 'Has an outcome measure',
            `${showDay(card.issuedAt)} by ${card.by}`,
          ])}
        />
      )}
      {next && <Pagination next={{ href: `${paths.scorecards()}?after=${next}` }} />}
    </PageBody>
  );
}
