import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, useLocation } from '@remix-run/react';
import { FindingFilterPanel } from '~/components/finding/list/finding-filter-panel';
import { FindingItem } from '~/components/finding/list/finding-item';
import { OwnFindings } from '~/components/finding/share/own-findings';
import { TakeListWithYou } from '~/components/finding/list/take-list-with-you';
import { findingFilters } from '~/domain/knowledge/finding-filters';
import { mayImport } from '~/domain/knowledge/imports/bibliography-import';
import { findingList } from '~/domain/knowledge/queries/finding-list.server';
import { ownFindings } from '~/domain/knowledge/queries/own-findings.server';
import { ask } from '~/domain/query.server';
import { priorityChoices } from '~/domain/strategy/queries/priority-choices.server';
import { termChoices } from '~/domain/taxonomy/queries/term-choices.server';
import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { Pagination } from '~/ui/navigation/pagination';
import { EmptyState } from '~/ui/report/empty-state';
import { Lede } from '~/ui/report/lede';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { whoAsks } from '~/web/who.server';

export { checkedBeforeUse as headers } from '~/web/checked-before-use';

export const meta = () => [
  ...pageTitle('Knowledge base'),
  {
    ...{ tagName: 'link', rel: 'alternate', type: 'application/atom+xml', title: 'Released findings' },
    href: paths.findingsFeed(),
  },
];

export async function loader(args: LoaderFunctionArgs) {
  const filters = readSearch(args.request, findingFilters);
  const actor = await whoAsks(args);
  const [list, own, terms, priorities] = await Promise.all([
    ask(findingList, actor, filters),
    ask(ownFindings, actor, {}),
    ask(termChoices, actor, { schemes: ['threatArea', 'strand'] }),
    ask(priorityChoices, actor, {}),
  ]);
  return {
    ...{ filters, list: found(list), own: found(own), terms: terms ?? [], priorities: priorities ?? [] },
    mayImportHere: mayImport(actor).kind === 'allow',
  };
}

/** The address of the next page: the same filters, from the last finding shown. */
function nextHref(search: string, after: string): string {
  const params = new URLSearchParams(search);
  params.set('after', after);
  return `${paths.findings()}?${params.toString()}`;
}

export default function Findings() {
  const { filters, list, own, terms, priorities, mayImportHere } = useLoaderData<typeof loader>();
  const { search } = useLocation();
  const filtered = search !== '';
  return (
    <PageBody
      before={<Breadcrumbs items={[{ text: 'Soundings', href: paths.home() }, { text: 'Knowledge base' }]} />}
      aside={<FindingFilterPanel filters={filters} terms={terms} priorities={priorities} />}
    >
      <h1 className="govuk-heading-xl">Knowledge base</h1>
      <Lede>What is known: answers to questions, and research that people shared.</Lede>
      <ActionBar>
        {own.mayShare && <Button href={paths.shareFinding()}>Share research</Button>}
        {mayImportHere && (
          <a className="govuk-link" href={paths.importBibliography()}>
            Import a bibliography
          </a>
        )}
        <a className="govuk-link" href={paths.interventions()}>
          Does it work?
        </a>
        <a className="govuk-link" href={paths.collections()}>
          Collections
        </a>
        {own.mayShare && (
          <a className="govuk-link" href={paths.requests()}>
            Requests
          </a>
        )}
        {own.mayShare && (
          <a className="govuk-link" href={paths.datasets()}>
            Datasets
          </a>
        )}
        {own.mayShare && (
          <a className="govuk-link" href={paths.horizon()}>
            Horizon
          </a>
        )}
        {own.mayShare && (
          <a className="govuk-link" href={paths.uptake()}>
            From finding to outcome
          </a>
        )}
      </ActionBar>
      <OwnFindings findings={own.findings} />
      {list.findings.length === 0 ? (
        <EmptyState title={filtered ? 'Nothing fits these filters' : 'Nothing is published yet'}>
          {filtered
            ? 'Take one away, or search for fewer words.'
            : 'What teams commission and members share appears here.'}
        </EmptyState>
      ) : (
        <ul className="govuk-list">
          {list.findings.map((finding) => (
            <FindingItem key={finding.reference} finding={finding} />
          ))}
        </ul>
      )}
      <Pagination
        {...(list.next ? { next: { href: nextHref(search, list.next), text: 'Next page' } } : {})}
      />
      {list.findings.length > 0 && <TakeListWithYou search={search} />}
    </PageBody>
  );
}
