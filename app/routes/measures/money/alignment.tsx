import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { DayField, ShownAsOf } from '~/components/as-of';
import { PeriodFields } from '~/components/money/money-filters';
import { showRatio, type Alignment } from '~/domain/ledger/alignment/alignment';
import { showBig } from '~/domain/ledger/big-money';
import { moneyFilter } from '~/domain/ledger/filter';
import { mayReadMoney } from '~/domain/ledger/ledger-policy';
import { alignmentPage } from '~/domain/ledger/queries/alignment-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Select } from '~/ui/forms/select';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { FilterPanel } from '~/ui/report/filter-panel';
import { Lede } from '~/ui/report/lede';
import { askedDay, onShape, withDay } from '~/web/asked-day.server';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Priorities and everything else');

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayReadMoney(actor));
  const shape = { ...moneyFilter, of: z.string().max(200).optional(), ...onShape };
  const search = readSearch(args.request, shape);
  const asked = askedDay(search.on, actor.asOf);
  return withDay(found(await ask(alignmentPage, actor, { ...search, on: asked.on })), asked);
}

export default function MoneyAlignment() {
  const { set, lists, areas, filter, activities, money, questions, ...day } = useLoaderData<typeof loader>();
  const count = (number: number) => number.toLocaleString('en-GB');
  const row = (name: string, one: Alignment, show: (amount: number) => string) => [
    name,
    show(one.onPriorities),
    show(one.elsewhere),
    show(one.untagged),
    showRatio(one),
  ];
  return (
    <PageBody
      wide
      before={<Breadcrumbs items={[{ text: 'Money', href: paths.money() }, { text: 'Priorities' }]} />}
    >
      <h1 className="govuk-heading-xl">
        {activities.onPriorities + activities.elsewhere + activities.untagged > 0
          ? `${showRatio(activities)} of activity is on priorities`
          : `${showRatio(money)} of money is on priorities`}
      </h1>
      <Lede>
        {set
          ? `By ${set.document}, ${set.when}. The ratio is what is on its threat areas, divided by all.`
          : 'There is no list of priorities to compare with.'}
      </Lede>
      {day.on && <ShownAsOf day={day.on} today={paths.moneyAlignment({ ...filter, of: set?.slug })} />}
      <FilterPanel action={paths.moneyAlignment()} clearHref={paths.moneyAlignment()} submitText="Show">
        <Select label="List of priorities" id="of" name="of" defaultValue={set?.slug} options={lists} />
        <PeriodFields filter={filter} />
        <DayField {...day} />
      </FilterPanel>
      <ScrollingTable
        name="On priorities and elsewhere"
        firstCellIsHeader
        head={['', 'On priorities', 'Elsewhere', 'No threat area', 'Ratio']}
        rows={[
          row('Activities', activities, count),
          row('Money', money, showBig),
          row('Questions', questions, count),
        ]}
      />
      <p className="govuk-body">
        {areas.length === 0
          ? 'This list is mapped to no threat area, so nothing can be on it.'
          : `It covers: ${areas.join(', ')}.`}
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href={paths.moneyLines(filter)}>
          See the lines behind it
        </a>
      </p>
    </PageBody>
  );
}
