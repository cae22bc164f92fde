import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import {
  CLASS_NAMES,
  PART_NAMES,
  PARTS,
  showValue,
  STATE_COLOURS,
  STATES,
  type MeasureState,
} from '~/domain/measures/measure';
import { mayDefineMeasure, mayReadMeasures } from '~/domain/measures/measure-policy';
import { showPeriodOf } from '~/domain/measures/period';
import { measures } from '~/domain/measures/queries/measures.server';
import { isAllowed } from '~/domain/policy';
import { ask } from '~/domain/query.server';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Tag } from '~/ui/content/tag';
import { Button } from '~/ui/forms/button';
import { Select } from '~/ui/forms/select';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { LinkList } from '~/ui/navigation/link-list';
import { Pagination } from '~/ui/navigation/pagination';
import { EmptyState } from '~/ui/report/empty-state';
import { FilterPanel } from '~/ui/report/filter-panel';
import { Lede } from '~/ui/report/lede';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Measures');

const STATE_NAMES = Object.keys(STATES) as [MeasureState, ...MeasureState[]];
const shape = {
  state: z.enum(STATE_NAMES).optional(),
  part: z.enum(PART_NAMES).optional(),
  show: z.enum(['due']).optional(),
  after: z.uuid().optional(),
};

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayReadMeasures(actor));
  const search = readSearch(args.request, shape);
  const list = found(await ask(measures, actor, search));
  return { ...list, search, mayDefine: isAllowed(mayDefineMeasure(actor)) };
}

export default function Measures() {
  const { measures: rows, next, search, mayDefine } = useLoaderData<typeof loader>();
  const filtered = Boolean(search.state ?? search.part ?? search.show);
  return (
    <PageBody
      wide
      before={<Breadcrumbs items={[{ text: 'Strategy', href: paths.strategy() }, { text: 'Measures' }]} />}
    >
      <h1 className="govuk-heading-xl">Measures</h1>
      <Lede>How anybody would see whether it works: effort, impact and less of the threat, each apart.</Lede>
      <LinkList
        links={[
          { text: 'Scorecards', href: paths.scorecards() },
          { text: 'Follow-ups at 6, 12 and 24 months', href: paths.followUps() },
          { text: 'Harm figures', href: paths.harm() },
        ]}
      />
      {mayDefine && <Button href={paths.newMeasure()}>Define a measure</Button>}
      <Filters />
      {rows.length === 0 ? (
        <EmptyState title={filtered ? 'No measure is like that' : 'Nothing is measured yet'}>
          A measure begins as a draft; with an owner and a review date it is piloted.
        </EmptyState>
      ) : (
        <ScrollingTable
          name="Measures"
          head={['Measure', 'About', 'Counts', 'Cell', 'Latest figure', 'Owner', 'Look again on']}
          rows={rows.map((row) => [
            <span key={row.reference}>
              <a className="govuk-link" href={paths.measureRecord(row.reference)}>
                {row.name}
              </a>{' '}
              <Tag colour={STATE_COLOURS[row.state]}>{STATES[row.state]}</Tag>
            </span>,
            row.about,
            CLASS_NAMES[row.class],
            PARTS[row.part],
            row.value === null || row.startsOn === null
              ? 'Unknown'
              : `${showValue(row.value, row.unit)}, ${showPeriodOf(row.periodKind, row.startsOn)}`,
            row.owner ?? 'Nobody yet',
            row.reviewOn ? showDate(row.reviewOn) : 'Not set',
          ])}
        />
      )}
      {next && <Pagination next={{ href: paths.measures({ ...search, after: next }) }} />}
    </PageBody>
  );
}

function Filters() {
  const { search } = useLoaderData<typeof loader>();
  const options = (all: string, names: Record<string, string>) => [
    { text: all, value: '' },
    ...Object.entries(names).map(([value, text]) => ({ text, value })),
  ];
  return (
    <FilterPanel action={paths.measures()} clearHref={paths.measures()}>
      <Select
        label="State"
        id="state"
        name="state"
        defaultValue={search.state}
        options={options('All', STATES)}
      />
      <Select label="Cell" id="part" name="part" defaultValue={search.part} options={options('All', PARTS)} />
      <Select
        label="Show"
        id="show"
        name="show"
        defaultValue={search.show}
        options={options('Everything', { due: 'Past the day to look again' })}
      />
    </FilterPanel>
  );
}
