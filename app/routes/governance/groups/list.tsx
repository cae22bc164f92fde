import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { mayKeepGovernance, mayReadGovernance } from '~/domain/governance/governance-policy';
import {
  CADENCES,
  GROUP_KINDS,
  GROUP_STATES,
  groupKinds,
  groupStates,
} from '~/domain/governance/groups/group';
import { groupFilters, groups } from '~/domain/governance/groups/queries/groups.server';
import { isAllowed } from '~/domain/policy';
import { ask } from '~/domain/query.server';
import { termChoices } from '~/domain/taxonomy/queries/term-choices.server';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
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

export const meta = () => pageTitle('Groups');

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayReadGovernance(actor));
  const search = readSearch(args.request, groupFilters);
  const [list, terms] = await Promise.all([
    ask(groups, actor, search),
    ask(termChoices, actor, { schemes: ['threatArea', 'enabler', 'level'] }),
  ]);
  return { ...found(list), terms: terms ?? [], search, mayKeep: isAllowed(mayKeepGovernance(actor)) };
}

export default function Groups() {
  const { rows, next, search, mayKeep } = useLoaderData<typeof loader>();
  return (
    <PageBody
      wide
      before={
        <Breadcrumbs items={[{ text: 'Who does what', href: paths.governance() }, { text: 'Groups' }]} />
      }
    >
      <h1 className="govuk-heading-xl">Groups</h1>
      <Lede>The standing meetings that govern the response, and those that discuss it.</Lede>
      <LinkList
        links={[
          { text: 'How many there were over time', href: paths.groupCounts() },
          ...(mayKeep ? [{ text: 'Groups that may be one', href: paths.groupOverlaps() }] : []),
        ]}
      />
      {mayKeep && <Button href={paths.newGroup()}>Add a group</Button>}
      <Filters />
      {rows.length === 0 ? (
        <EmptyState title="No group is like that">Choose fewer filters, or another state.</EmptyState>
      ) : (
        <ScrollingTable
          name="Groups"
          head={['Group', 'Kind', 'About', 'Chair', 'Meets', 'Members', 'Decisions']}
          rows={rows.map((row) => [
            <a key="name" className="govuk-link" href={paths.group(row.reference)}>
              {row.name}
            </a>,
            GROUP_KINDS[row.kind],
            row.areas,
            row.chair,
            CADENCES[row.cadence],
            row.members,
            row.decisions,
          ])}
        />
      )}
      {next && <Pagination next={{ href: paths.groups({ ...search, after: next }) }} />}
    </PageBody>
  );
}

function Filters() {
  const { terms, search } = useLoaderData<typeof loader>();
  const options = (...schemes: string[]) => [
    { text: 'All', value: '' },
    ...terms
      .filter(({ scheme }) => schemes.includes(scheme))
      .map(({ slug, name }) => ({ text: name, value: slug })),
  ];
  return (
    <FilterPanel action={paths.groups()} clearHref={paths.groups()}>
      <TextInput label="Name" id="q" name="q" defaultValue={search.q} />
      <Select
        label="Kind"
        id="kind"
        name="kind"
        defaultValue={search.kind}
        options={[
          { text: 'Both', value: '' },
          ...groupKinds.map((value) => ({ value, text: GROUP_KINDS[value] })),
        ]}
      />
      <Select
        label="State"
        id="state"
        name="state"
        defaultValue={search.state ?? 'open'}
        options={groupStates.map((value) => ({ value, text: GROUP_STATES[value] }))}
      />
      <Select
        label="About"
        id="area"
        name="area"
        defaultValue={search.area}
        options={options('threatArea', 'enabler')}
      />
      <Select label="Level" id="level" name="level" defaultValue={search.level} options={options('level')} />
    </FilterPanel>
  );
}
