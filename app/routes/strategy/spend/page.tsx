import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { DayField, ShownAsOf } from '~/components/as-of';
import { PeriodFields } from '~/components/money/money-filters';
import { scoreAndSpend } from '~/domain/insight/spend/score-and-spend.server';
import { SPEND_KIND_NAMES, SPEND_KINDS, spendTitle } from '~/domain/insight/spend/spend';
import { showBig } from '~/domain/ledger/big-money';
import { mayReadMoney } from '~/domain/ledger/ledger-policy';
import { ask } from '~/domain/query.server';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScatterChart } from '~/ui/charts/scatter-chart';
import { Button } from '~/ui/forms/button';
import { Select } from '~/ui/forms/select';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { FilterPanel } from '~/ui/report/filter-panel';
import { Lede } from '~/ui/report/lede';
import { askedDay, withDay } from '~/web/asked-day.server';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { personWhoAsks } from '~/web/who.server';
import { ChooseWeights } from '../ranking/choose';
import { WeightsShown } from '../ranking/weights-shown';
import { spendShape } from './search';
import { linesOf, SpendTable } from './spend-table';

export const meta = () => pageTitle('Score and spend');

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayReadMoney(actor));
  const { on, ...search } = readSearch(args.request, spendShape);
  const asked = askedDay(on, actor.asOf);
  return withDay({ ...found(await ask(scoreAndSpend, actor, { ...search, on: asked.on })), search }, asked);
}

export default function ScoreAndSpend() {
  const { search, ...view } = useLoaderData<typeof loader>();
  const { areas, by, filter, weights, weighting, may } = view;
  const title = spendTitle(areas, by);
  return (
    <PageBody
      wide
      before={<Breadcrumbs items={[{ text: 'Money', href: paths.money() }, { text: 'Score and spend' }]} />}
    >
      <h1 className="govuk-heading-xl">{title}</h1>
      <Lede>
        Where the score says a pound may do most, and where the pounds go, on {showDate(view.day)}. A line of
        several threat areas counts in each. What nobody recorded is unknown, not nothing.
      </Lede>
      {view.on && <ShownAsOf day={view.on} today={paths.scoreAndSpend(search)} />}
      <Choices {...view} chosen={search.weights} />
      <WeightsShown weights={weights} weighting={weighting} />
      <p className="govuk-body">
        Harm in the score is what each area{' '}
        <a className="govuk-link" href={paths.harm()}>
          costs the economy
        </a>{' '}
        in the latest year known, and nothing else: it is the one harm that all areas can share a unit of.
        Committed is firm money; spent is what was paid.
      </p>
      <SpendTable {...view} />
      <ScatterChart
        title={title}
        across="Score"
        up={`Money ${by}`}
        showX={(score) => `score ${score}`}
        showY={showBig}
        points={areas.map(({ slug, name, score, spend }, index) => ({
          ...{ number: index + 1, name, x: score.value, y: spend[by] },
          href: linesOf(by, slug, filter),
        }))}
      />
      <ActionBar>
        <Button variant="secondary" href={paths.scoreAndSpendCsv({ ...search, on: view.on })}>
          Download as CSV
        </Button>
        {may.weigh && (
          <Button variant="secondary" href={paths.saveWeighting()}>
            Save other weights
          </Button>
        )}
      </ActionBar>
    </PageBody>
  );
}

type View = Omit<ReturnType<typeof useLoaderData<typeof loader>>, 'search'>;

function Choices({
  by,
  typed,
  wrong,
  filter,
  bases,
  choices,
  chosen,
}: View & { chosen: string | undefined }) {
  const action = paths.scoreAndSpend();
  return (
    <FilterPanel action={action} clearHref={action} title="Compare" submitText="Show">
      <ChooseWeights
        {...{ name: 'weights', label: 'Weights', chosen, choices: { ...choices, sets: [] } }}
        none="Those for everybody"
      />
      <Select
        label="Money"
        id="by"
        name="by"
        defaultValue={by}
        options={SPEND_KIND_NAMES.map((kind) => ({ text: SPEND_KINDS[kind], value: kind }))}
      />
      <Select
        label="Base"
        id="base"
        name="base"
        defaultValue={filter.base}
        options={[{ text: 'All money', value: '' }, ...bases.map((base) => ({ text: base, value: base }))]}
      />
      <PeriodFields filter={filter} />
      <DayField {...{ typed, wrong }} />
    </FilterPanel>
  );
}
