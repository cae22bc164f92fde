import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import {
  CAPABILITY_KINDS,
  capabilityKinds,
  STAGES,
  stages,
} from '~/domain/governance/capabilities/capability';
import {
  capabilities,
  capabilityFilters,
} from '~/domain/governance/capabilities/queries/capabilities.server';
import { mayKeepGovernance, mayReadGovernance } from '~/domain/governance/governance-policy';
import { isAllowed } from '~/domain/policy';
import { LEVELS, showLevel } from '~/domain/people/organisations/organisation';
import { ask } from '~/domain/query.server';
import { termChoices } from '~/domain/taxonomy/queries/term-choices.server';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Button } from '~/ui/forms/button';
import { Select } from '~/ui/forms/select';
import { TextInput } from '~/ui/forms/text-input';
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

export const meta = () => pageTitle('Capabilities and gaps');

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayReadGovernance(actor));
  const search = readSearch(args.request, capabilityFilters);
  const [list, terms] = await Promise.all([
    ask(capabilities, actor, search),
    ask(termChoices, actor, { schemes: ['threatArea', 'enabler'] }),
  ]);
  return { ...found(list), terms: terms ?? [], search, mayKeep: isAllowed(mayKeepGovernance(actor)) };
}

export default function Capabilities() {
  const { rows, next, search, mayKeep } = useLoaderData<typeof loader>();
  return (
    <PageBody
      wide
      before={
        <Breadcrumbs
          items={[{ text: 'Who does what', href: paths.governance() }, { text: 'Capabilities and gaps' }]}
        />
      }
    >
      <h1 className="govuk-heading-xl">Capabilities and gaps</h1>
      <Lede>What organisations can do, at which stage it is, and what is missing.</Lede>
      {mayKeep && <Button href={paths.newCapability()}>Add a capability or gap</Button>}
      <Filters />
      {rows.length === 0 ? (
        <EmptyState title="Nothing is like that">Choose fewer filters.</EmptyState>
      ) : (
        <ScrollingTable
          name="Capabilities and gaps"
          head={['Name', 'Kind', 'Stage', 'Level', 'Owner', 'About', 'Users', 'Questions and findings']}
          rows={rows.map((row) => [
            <a key="name" className="govuk-link" href={paths.capability(row.reference)}>
              {row.name}
            </a>,
            CAPABILITY_KINDS[row.kind],
            row.stage ? STAGES[row.stage] : 'None',
            showLevel(row.level),
            row.owner,
            row.areas || 'None',
            row.users,
            row.links,
          ])}
        />
      )}
      {next && <Pagination next={{ href: paths.capabilities({ ...search, after: next }) }} />}
    </PageBody>
  );
}

function Filters() {
  const { terms, search } = useLoaderData<typeof loader>();
  const all = { text: 'All', value: '' };
  return (
    <FilterPanel action={paths.capabilities()} clearHref={paths.capabilities()}>
      <TextInput label="Name" id="q" name="q" defaultValue={search.q} />
      <Select
        label="Kind"
        id="kind"
        name="kind"
        defaultValue={search.kind}
        options={[all, ...capabilityKinds.map((value) => ({ value, text: CAPABILITY_KINDS[value] }))]}
      />
      <Select
        label="Stage"
        id="stage"
        name="stage"
        defaultValue={search.stage}
        options={[all, ...stages.map((value) => ({ value, text: STAGES[value] }))]}
      />
      <Select
        label="Level"
        id="level"
        name="level"
        defaultValue={search.level}
        options={[all, ...LEVELS.map((value) => ({ value, text: showLevel(value) }))]}
      />
      <Select
        label="About"
        id="area"
        name="area"
        defaultValue={search.area}
        options={[all, ...terms.map(({ slug, name }) => ({ text: name, value: slug }))]}
      />
    </FilterPanel>
  );
}
