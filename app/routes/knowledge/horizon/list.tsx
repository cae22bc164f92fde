import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { mayAddSignal, mayReadHorizon } from '~/domain/elicitation/horizon/signal-policy';
import {
  CONFIDENCE_NAMES,
  likelihoods,
  movement,
  showLikelihood,
} from '~/domain/elicitation/horizon/yardstick';
import { signals } from '~/domain/elicitation/queries/signals.server';
import { isAllowed } from '~/domain/policy';
import { ask } from '~/domain/query.server';
import { termChoices } from '~/domain/taxonomy/queries/term-choices.server';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Tag } from '~/ui/content/tag';
import { Button } from '~/ui/forms/button';
import { Select } from '~/ui/forms/select';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { Pagination } from '~/ui/navigation/pagination';
import { EmptyState } from '~/ui/report/empty-state';
import { FilterPanel } from '~/ui/report/filter-panel';
import { Lede } from '~/ui/report/lede';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Horizon');

const shape = {
  area: z.string().max(100).optional(),
  likelihood: z.enum(likelihoods).optional(),
  show: z.enum(['due', 'drafts']).optional(),
  after: z.uuid().optional(),
};

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayReadHorizon(actor));
  const search = readSearch(args.request, shape);
  const [list, areas] = await Promise.all([
    ask(signals, actor, search),
    ask(termChoices, actor, { schemes: ['threatArea'] }),
  ]);
  return { ...found(list), areas: areas ?? [], search, mayAdd: isAllowed(mayAddSignal(actor)) };
}

export default function Horizon() {
  const { signals: rows, next, search, mayAdd } = useLoaderData<typeof loader>();
  const filtered = Boolean(search.area ?? search.likelihood ?? search.show);
  return (
    <PageBody
      wide
      before={
        <Breadcrumbs items={[{ text: 'Knowledge base', href: paths.findings() }, { text: 'Horizon' }]} />
      }
    >
      <h1 className="govuk-heading-xl">Horizon</h1>
      <Lede>What is changing and may matter, how likely it is judged to be, and how that moved.</Lede>
      {mayAdd && <Button href={paths.newSignal()}>Draft a signal</Button>}
      <Filters />
      {rows.length === 0 ? (
        <EmptyState title={filtered ? 'No signal is like that' : 'Nothing is on the register yet'}>
          Draft what you see change: with evidence and a judgement, a coordinator publishes it.
        </EmptyState>
      ) : (
        <ScrollingTable
          name="Signals"
          head={['Signal', 'How likely', 'Moved', 'Confidence', 'Threat areas', 'Look again by']}
          rows={rows.map((row) => [
            <span key={row.reference}>
              <a className="govuk-link" href={paths.signal(row.reference)}>
                {row.title}
              </a>{' '}
              {!row.published && <Tag colour="grey">Draft</Tag>}
              {row.published && row.due && <Tag colour="yellow">Needs review</Tag>}
            </span>,
            row.likelihood ? showLikelihood(row.likelihood) : 'Not judged',
            row.likelihood ? movement(row.before, row.likelihood) : '',
            row.confidence ? CONFIDENCE_NAMES[row.confidence] : '',
            row.areas || 'None',
            showDate(row.reviewBy),
          ])}
        />
      )}
      {next && <Pagination next={{ href: paths.horizon({ ...search, after: next }) }} />}
    </PageBody>
  );
}

function Filters() {
  const { areas, search } = useLoaderData<typeof loader>();
  return (
    <FilterPanel action={paths.horizon()} clearHref={paths.horizon()}>
      <Select
        label="Threat area"
        id="area"
        name="area"
        defaultValue={search.area}
        options={[
          { text: 'All', value: '' },
          ...areas.map(({ slug, name }) => ({ text: name, value: slug })),
        ]}
      />
      <Select
        label="How likely"
        id="likelihood"
        name="likelihood"
        defaultValue={search.likelihood}
        options={[
          { text: 'Any', value: '' },
          ...likelihoods.map((value) => ({ text: showLikelihood(value), value })),
        ]}
      />
      <Select
        label="Show"
        id="show"
        name="show"
        defaultValue={search.show}
        options={[
          { text: 'Everything', value: '' },
          { text: 'What needs review', value: 'due' },
          { text: 'Drafts', value: 'drafts' },
        ]}
      />
    </FilterPanel>
  );
}
