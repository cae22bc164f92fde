import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { mayReadScores } from '~/domain/insight/direction/direction-policy';
import { sensitivityPage } from '~/domain/insight/direction/sensitivity-page.server';
import { ask } from '~/domain/query.server';
import { isoDay, showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Button } from '~/ui/forms/button';
import { Select } from '~/ui/forms/select';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { EmptyState } from '~/ui/report/empty-state';
import { FilterPanel } from '~/ui/report/filter-panel';
import { Lede } from '~/ui/report/lede';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { personWhoAsks } from '~/web/who.server';
import { AsOf } from '~/components/as-of';
import { askedDay, withDay } from '~/web/asked-day.server';
import { MovedTable, movedHeading } from './moved-table';
import { sensitivityShape } from './search';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayReadScores(actor));
  const { on, ...search } = readSearch(args.request, sensitivityShape);
  const asked = askedDay(on, actor.asOf);
  const view = found(await ask(sensitivityPage, actor, { ...search, on: asked.on }));
  return withDay({ ...view, search }, asked);
}

export const meta = () => pageTitle('Home against overseas');

export default function Weights() {
  const { day, asked, typed, wrong, saved, compared, search, may } = useLoaderData<typeof loader>();
  const options = saved.map(({ reference, name, domestic, overseas }) => ({
    text: `${name}, ${domestic}/${overseas}`,
    value: reference,
  }));
  return (
    <PageBody
      wide
      before={
        <Breadcrumbs
          items={[{ text: 'Strategy', href: paths.strategy() }, { text: 'Home against overseas' }]}
        />
      }
    >
      <h1 className="govuk-heading-xl">
        {compared ? movedHeading(compared.areas) : 'Home against overseas'}
      </h1>
      <Lede>
        The same ranking under two saved choices of weights. Nothing says that home comes first but a choice.
      </Lede>
      {may.weigh && <Button href={paths.saveWeighting()}>Save weights</Button>}
      {compared ? (
        <>
          <FilterPanel action={paths.sensitivity()} title="Weights" submitText="Compare">
            {asked && <input type="hidden" name="on" value={isoDay(day)} />}
            <Select id="one" name="one" label="One" defaultValue={compared.one.reference} options={options} />
            <Select
              id="other"
              name="other"
              label="The other"
              defaultValue={compared.other.reference}
              options={options}
            />
          </FilterPanel>
          <h2 className="govuk-heading-l">Threat areas</h2>
          <MovedTable rows={compared.areas} one={compared.one} other={compared.other} of="Threat area" />
          {compared.set && (
            <>
              <h2 className="govuk-heading-l">Priorities of {compared.set.document}</h2>
              <MovedTable
                rows={compared.priorities}
                one={compared.one}
                other={compared.other}
                of="Priority"
              />
            </>
          )}
        </>
      ) : (
        <EmptyState title="Two saved choices of weights are needed">
          Save one with home at 70 and overseas at 30, and one the other way round.
        </EmptyState>
      )}
      <AsOf
        action={paths.sensitivity()}
        today={paths.sensitivity(search)}
        kept={search}
        {...{ day, asked, typed, wrong }}
      />
      {saved.length > 0 && (
        <>
          <h2 className="govuk-heading-l">Saved weights</h2>
          <ScrollingTable
            name="Saved weights"
            head={['Name', 'Harm', 'Gap', 'Timeliness', 'Feasibility', 'Home', 'Overseas', 'Saved', 'Why']}
            rows={saved.map((one) => [
              <a
                key={one.reference}
                className="govuk-link"
                href={paths.strategyRanking({ weights: one.reference })}
              >
                {one.name}
              </a>,
              ...[one.harm, one.gap, one.timeliness, one.feasibility, one.domestic, one.overseas],
              `${one.savedBy}, ${showDay(one.savedAt)}`,
              one.note,
            ])}
          />
        </>
      )}
    </PageBody>
  );
}
