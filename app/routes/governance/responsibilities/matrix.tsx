import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { RoleCells } from '~/components/governance/role-cells';
import { mayReadGovernance } from '~/domain/governance/governance-policy';
import {
  responsibilities,
  responsibilityFilters,
} from '~/domain/governance/responsibilities/queries/responsibilities.server';
import { ROLES, roles, subjectKinds, SUBJECTS } from '~/domain/governance/responsibilities/responsibility';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Select } from '~/ui/forms/select';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { Pagination } from '~/ui/navigation/pagination';
import { EmptyState } from '~/ui/report/empty-state';
import { FilterPanel } from '~/ui/report/filter-panel';
import { Lede } from '~/ui/report/lede';
import { StatStrip } from '~/ui/report/stat-strip';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Responsibilities');

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayReadGovernance(actor));
  const search = readSearch(args.request, responsibilityFilters);
  return { ...found(await ask(responsibilities, actor, search)), search };
}

export default function Matrix() {
  const { rows, next, counts, search } = useLoaderData<typeof loader>();
  const { kind } = search;
  return (
    <PageBody
      wide
      before={
        <Breadcrumbs
          items={[{ text: 'Who does what', href: paths.governance() }, { text: 'Responsibilities' }]}
        />
      }
    >
      <h1 className="govuk-heading-xl">Responsibilities</h1>
      <Lede>Who answers for what, who does it, who is asked before and who is told after.</Lede>
      <StatStrip
        label={SUBJECTS[kind]}
        stats={[
          { value: counts.all, label: SUBJECTS[kind].toLowerCase(), href: paths.responsibilities({ kind }) },
          {
            ...{ value: counts.gaps, label: 'without anybody accountable' },
            href: paths.responsibilities({ kind, show: 'gaps' }),
          },
          {
            ...{ value: counts.clashes, label: 'with two responsible at one level' },
            href: paths.responsibilities({ kind, show: 'clashes' }),
          },
        ]}
      />
      <Filters />
      {rows.length === 0 ? (
        <EmptyState title="Nothing is like that">
          {search.show === 'gaps' ? 'Somebody is accountable for each of these.' : 'Choose another kind.'}
        </EmptyState>
      ) : (
        <ScrollingTable
          name={SUBJECTS[kind]}
          firstCellIsHeader
          head={['About', ...roles.map((role) => ROLES[role]), 'What is wrong']}
          rows={rows.map((row) => [
            <a key="subject" className="govuk-link" href={paths.responsibilitySubject(kind, row.reference)}>
              {row.title}
            </a>,
            ...roles.map((role) => <RoleCells key={role} held={row.held} role={role} />),
            row.flaws.map(({ words }) => words).join('. '),
          ])}
        />
      )}
      {next && <Pagination next={{ href: paths.responsibilities({ ...search, after: next }) }} />}
    </PageBody>
  );
}

function Filters() {
  const { search } = useLoaderData<typeof loader>();
  return (
    <FilterPanel action={paths.responsibilities()} clearHref={paths.responsibilities()}>
      <Select
        label="About"
        id="kind"
        name="kind"
        defaultValue={search.kind}
        options={subjectKinds.map((value) => ({ value, text: SUBJECTS[value] }))}
      />
      <Select
        label="Show"
        id="show"
        name="show"
        defaultValue={search.show}
        options={[
          { text: 'Everything', value: '' },
          { text: 'Where nobody is accountable', value: 'gaps' },
          { text: 'Where two are responsible at one level', value: 'clashes' },
        ]}
      />
    </FilterPanel>
  );
}
