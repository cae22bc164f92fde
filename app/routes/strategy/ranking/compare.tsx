import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { comparisonPage } from '~/domain/insight/direction/comparison-page.server';
import { mayReadScores } from '~/domain/insight/direction/direction-policy';
import { ask } from '~/domain/query.server';
import { isoDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { EmptyState } from '~/ui/report/empty-state';
import { FilterPanel } from '~/ui/report/filter-panel';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { personWhoAsks } from '~/web/who.server';
import { AsOf } from '~/components/as-of';
import { askedDay, withDay } from '~/web/asked-day.server';
import { ChooseSet, ChooseWeights } from './choose';
import { ComparedSets, headingOf } from './compared-sets';
import { comparisonShape } from './search';
import { WeightsShown } from './weights-shown';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayReadScores(actor));
  const { on, ...search } = readSearch(args.request, comparisonShape);
  const asked = askedDay(on, actor.asOf);
  const view = found(await ask(comparisonPage, actor, { ...search, on: asked.on }));
  return withDay({ ...view, search }, asked);
}

export const meta = () => pageTitle('Compare two sets');

export default function Compare() {
  const { day, asked, typed, wrong, search, choices, compared, ...score } = useLoaderData<typeof loader>();
  const about = { ...search, ...(asked ? { on: isoDay(day) } : {}) };
  return (
    <PageBody
      wide
      before={
        <Breadcrumbs items={[{ text: 'Strategy', href: paths.strategy() }, { text: 'Compare two sets' }]} />
      }
    >
      <h1 className="govuk-heading-xl">{compared ? headingOf(compared) : 'Compare two priority sets'}</h1>
      <FilterPanel
        action={paths.compareSets()}
        title="Compare"
        submitText="Compare"
        clearHref={paths.compareSets()}
      >
        {asked && <input type="hidden" name="on" value={isoDay(day)} />}
        <ChooseSet name="one" label="One set" chosen={search.one} none="Choose" choices={choices} />
        <ChooseSet name="other" label="The other" chosen={search.other} none="Choose" choices={choices} />
        <ChooseWeights
          {...{ name: 'weights', label: 'Weights', chosen: search.weights, choices }}
          none="Those for everybody"
        />
      </FilterPanel>
      <AsOf
        action={paths.compareSets()}
        today={paths.compareSets(search)}
        kept={search}
        {...{ day, asked, typed, wrong }}
      />
      {compared === null ? (
        <EmptyState title="Choose two sets">
          Their priorities are ranked by the same score, so that only the sets differ.
        </EmptyState>
      ) : (
        <>
          <WeightsShown weights={score.weights} weighting={score.weighting} />
          <ComparedSets compared={compared} />
          <ActionBar>
            <Button variant="secondary" href={paths.compareSetsCsv(about)}>
              Download as CSV
            </Button>
          </ActionBar>
        </>
      )}
    </PageBody>
  );
}
