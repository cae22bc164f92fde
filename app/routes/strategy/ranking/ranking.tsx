import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { mayReadScores } from '~/domain/insight/direction/direction-policy';
import { rankingPage } from '~/domain/insight/direction/ranking-page.server';
import { mayReadMoney } from '~/domain/ledger/ledger-policy';
import { isAllowed } from '~/domain/policy';
import { ask } from '~/domain/query.server';
import { isoDay, showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { FilterPanel } from '~/ui/report/filter-panel';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { personWhoAsks } from '~/web/who.server';
import { AsOf } from '~/components/as-of';
import { askedDay, withDay } from '~/web/asked-day.server';
import { AreaTable } from './area-table';
import { ChooseSet, ChooseWeights } from './choose';
import { PriorityTable } from './priority-table';
import { rankingShape } from './search';
import { WeightsShown } from './weights-shown';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayReadScores(actor));
  const { on, ...search } = readSearch(args.request, rankingShape);
  const asked = askedDay(on, actor.asOf);
  const view = found(await ask(rankingPage, actor, { ...search, on: asked.on }));
  const money = isAllowed(mayReadMoney(actor));
  return withDay({ ...view, search, money }, asked);
}

export const meta = () => pageTitle('Ranking');

export default function Ranking() {
  const { day, asked, typed, wrong, set, areas, search, choices, may, money, ...score } =
    useLoaderData<typeof loader>();
  const about = { ...search, ...(asked ? { on: isoDay(day) } : {}) };
  return (
    <PageBody
      wide
      before={<Breadcrumbs items={[{ text: 'Strategy', href: paths.strategy() }, { text: 'Ranking' }]} />}
    >
      <h1 className="govuk-heading-xl">{headingOf(set?.priorities[0], areas[0]?.name)}</h1>
      <p className="govuk-body-l">
        {set ? `By ${set.document}, on ${showDate(day)}` : `On ${showDate(day)}`}
      </p>
      {!set && (
        <InsetText>No list of priorities is in force, so threat areas are ranked by themselves.</InsetText>
      )}
      {set?.interim && (
        <InsetText>
          An interim set of {set.owner ?? 'one organisation'}, used because it is chosen or nothing wider is
          in force.
        </InsetText>
      )}
      {set && !set.inForce && <InsetText>This set was not in force on that day.</InsetText>}
      <FilterPanel
        action={paths.strategyRanking()}
        title="Rank by"
        submitText="Rank"
        clearHref={paths.strategyRanking()}
      >
        {asked && <input type="hidden" name="on" value={isoDay(day)} />}
        <ChooseSet
          name="set"
          label="Priority set"
          chosen={search.set}
          none="What is in force"
          choices={choices}
        />
        <ChooseWeights
          {...{ name: 'weights', label: 'Weights', chosen: search.weights, choices }}
          none="Those for everybody"
        />
      </FilterPanel>
      <AsOf
        action={paths.strategyRanking()}
        today={paths.strategyRanking(search)}
        kept={search}
        {...{ day, asked, typed, wrong }}
      />
      <WeightsShown weights={score.weights} weighting={score.weighting} />
      {set && (
        <>
          <h2 className="govuk-heading-l">Priorities</h2>
          <PriorityTable priorities={set.priorities} />
        </>
      )}
      <h2 className="govuk-heading-l">Threat areas</h2>
      <AreaTable areas={areas} />
      <ActionBar>
        <Button variant="secondary" href={paths.strategyRankingCsv(about)}>
          Download as CSV
        </Button>
        {money && (
          <Button
            variant="secondary"
            href={paths.scoreAndSpend(search.weights ? { weights: search.weights } : {})}
          >
            Compare with spend
          </Button>
        )}
        {may.weigh && (
          <Button variant="secondary" href={paths.saveWeighting()}>
            Save other weights
          </Button>
        )}
      </ActionBar>
    </PageBody>
  );
}

/** What the page shows, in a sentence. */
function headingOf(
  priority: { name: string; score: number | null } | undefined,
  area: string | undefined,
): string {
  if (priority && priority.score !== null) return `${priority.name} comes first`;
  return area ? `${area} comes first` : 'Ranking';
}
