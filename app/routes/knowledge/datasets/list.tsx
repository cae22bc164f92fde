import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { mayAddDataset, mayReadDatasets } from '~/domain/knowledge/datasets/dataset-policy';
import { datasets } from '~/domain/knowledge/queries/datasets.server';
import { isAllowed } from '~/domain/policy';
import { ask } from '~/domain/query.server';
import { termChoices } from '~/domain/taxonomy/queries/term-choices.server';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Tag } from '~/ui/content/tag';
import { Button } from '~/ui/forms/button';
import { Select } from '~/ui/forms/select';
import { TextInput } from '~/ui/forms/text-input';
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

export const meta = () => pageTitle('Datasets');

const shape = {
  q: z.string().max(200).optional(),
  area: z.string().max(100).optional(),
  after: z.uuid().optional(),
};

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayReadDatasets(actor));
  const search = readSearch(args.request, shape);
  const [list, areas] = await Promise.all([
    ask(datasets, actor, search),
    ask(termChoices, actor, { schemes: ['threatArea'] }),
  ]);
  return { ...found(list), areas: areas ?? [], search, mayAdd: isAllowed(mayAddDataset(actor)) };
}

export default function Datasets() {
  const { datasets: rows, next, areas, search, mayAdd } = useLoaderData<typeof loader>();
  const { q, area } = search;
  return (
    <PageBody
      wide
      before={
        <Breadcrumbs items={[{ text: 'Knowledge base', href: paths.findings() }, { text: 'Datasets' }]} />
      }
    >
      <h1 className="govuk-heading-xl">Datasets</h1>
      <Lede>Who holds which data on serious and organised crime, and how somebody gets at them.</Lede>
      {mayAdd && <Button href={paths.newDataset()}>Enter a dataset</Button>}
      <LinkList
        links={[
          { text: 'Requests for data', href: paths.dataRequests() },
          { text: 'Why data were refused', href: paths.dataRefusals() },
        ]}
      />
      <FilterPanel action={paths.datasets()} clearHref={paths.datasets()}>
        <TextInput label="Words" id="q" name="q" defaultValue={q} />
        <Select
          label="Threat area"
          id="area"
          name="area"
          defaultValue={area}
          options={[
            { text: 'All', value: '' },
            ...areas.map(({ slug, name }) => ({ text: name, value: slug })),
          ]}
        />
      </FilterPanel>
      {rows.length === 0 ? (
        <EmptyState title={q || area ? 'Nothing like that is registered' : 'Nothing is registered yet'}>
          Enter data that you know of: others learn that they are there, and whom to ask.
        </EmptyState>
      ) : (
        <ScrollingTable
          name="Datasets"
          head={['Dataset', 'Held by', 'How to get at it', 'Threat areas']}
          rows={rows.map(({ reference, name, organisation, accessRoute, areas: about, confirmed, due }) => [
            <span key={reference}>
              <a className="govuk-link" href={paths.dataset(reference)}>
                {name}
              </a>{' '}
              {!confirmed && <Tag colour="yellow">Not confirmed</Tag>}
              {confirmed && due && <Tag colour="yellow">Needs review</Tag>}
            </span>,
            organisation,
            accessRoute,
            about || 'None',
          ])}
        />
      )}
      {next && <Pagination next={{ href: paths.datasets({ q, area, after: next }) }} />}
    </PageBody>
  );
}
