import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import {
  NOT_KNOWN,
  ORGANISATION_KIND_NAMES,
  ORGANISATION_KINDS,
  showKind,
  showLevel,
} from '~/domain/people/organisations/organisation';
import { mayCurateOrganisations } from '~/domain/people/organisations/organisation-policy';
import { organisations } from '~/domain/people/queries/organisations.server';
import { isAllowed } from '~/domain/policy';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Tag } from '~/ui/content/tag';
import { Button } from '~/ui/forms/button';
import { Select } from '~/ui/forms/select';
import { TextInput } from '~/ui/forms/text-input';
import { ActionBar } from '~/ui/layout/action-bar';
import { PageBody } from '~/ui/layout/page-body';
import { Pagination } from '~/ui/navigation/pagination';
import { EmptyState } from '~/ui/report/empty-state';
import { FilterPanel } from '~/ui/report/filter-panel';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { memberWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await memberWhoAsks(args);
  const search = readSearch(args.request, {
    q: z.string().max(200).optional(),
    kind: z.enum(ORGANISATION_KIND_NAMES).optional(),
    after: z.string().max(12).optional(),
  });
  const page = found(await ask(organisations, actor, search));
  return { ...page, search, may: { add: isAllowed(mayCurateOrganisations(actor)) } };
}

export const meta = () => pageTitle('Organisations');

export default function Organisations() {
  const { rows, next, search, may } = useLoaderData<typeof loader>();
  const { q = '', kind = '' } = search;
  const onwards = new URLSearchParams({ ...(q && { q }), ...(kind && { kind }), after: next ?? '' });
  const kinds = ORGANISATION_KIND_NAMES.map((value) => ({ value, text: ORGANISATION_KINDS[value] }));
  return (
    <PageBody wide>
      <h1 className="govuk-heading-xl">Organisations</h1>
      <FilterPanel
        action={paths.organisations()}
        {...(q || kind ? { clearHref: paths.organisations() } : {})}
      >
        <TextInput label="Name" name="q" defaultValue={q} />
        <Select
          label="Kind"
          name="kind"
          defaultValue={kind}
          options={[{ text: 'Any', value: '' }, ...kinds]}
        />
      </FilterPanel>
      {rows.length === 0 ? (
        <EmptyState title="No organisation fits">Try fewer letters of the name, or any kind.</EmptyState>
      ) : (
        <ScrollingTable
          name="Organisations"
          head={['Name', 'Kind', 'Level', 'Region', 'Teams', 'People']}
          rows={rows.map((row) => [
            <span key="name">
              <a className="govuk-link" href={paths.organisation(row.reference)}>
                {row.name}
              </a>{' '}
              {row.invented && <Tag colour="yellow">Invented</Tag>}
              {row.former && <div className="govuk-hint">Formerly {row.former}</div>}
            </span>,
            showKind(row.kind),
            showLevel(row.level),
            row.region ?? NOT_KNOWN,
            { content: row.teams, format: 'numeric' as const },
            { content: row.members, format: 'numeric' as const },
          ])}
        />
      )}
      <Pagination {...(next ? { next: { href: `${paths.organisations()}?${onwards.toString()}` } } : {})} />
      <ActionBar>
        {may.add && <Button href={paths.newOrganisation()}>Add an organisation</Button>}
        <a className="govuk-link" href={paths.reorganisations()}>
          Reorganisations
        </a>
      </ActionBar>
    </PageBody>
  );
}
