import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { INSTALLATION_ROLES, PERSON_STATES } from '~/domain/people/person';
import { mayAdministerPeople } from '~/domain/people/person-policy';
import { people } from '~/domain/people/queries/people.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Tag } from '~/ui/content/tag';
import { TextInput } from '~/ui/forms/text-input';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { Pagination } from '~/ui/navigation/pagination';
import { EmptyState } from '~/ui/report/empty-state';
import { FilterPanel } from '~/ui/report/filter-panel';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  permitted(mayAdministerPeople(actor));
  const search = readSearch(args.request, {
    q: z.string().max(200).optional(),
    after: z.string().max(12).optional(),
  });
  return { ...found(await ask(people, actor, search)), q: search.q ?? '' };
}

export const meta = () => pageTitle('People');

export default function People() {
  const { rows, next, q } = useLoaderData<typeof loader>();
  const onwards = new URLSearchParams({ ...(q && { q }), after: next ?? '' });
  return (
    <PageBody
      wide
      before={
        <Breadcrumbs items={[{ text: 'Administration', href: paths.administration() }, { text: 'People' }]} />
      }
    >
      <h1 className="govuk-heading-xl">People</h1>
      <FilterPanel action={paths.people()} {...(q ? { clearHref: paths.people() } : {})}>
        <TextInput label="Name or e-mail address" name="q" defaultValue={q} />
      </FilterPanel>
      {rows.length === 0 ? (
        <EmptyState title="Nobody fits">Try a part of the name or of the address.</EmptyState>
      ) : (
        <ScrollingTable
          name="People"
          head={['Name', 'Address', 'Organisation', 'Roles', 'State']}
          rows={rows.map((row) => [
            <a key="name" className="govuk-link" href={paths.person(row.reference)}>
              {row.name}
            </a>,
            row.address ?? '',
            row.organisation ?? '',
            row.roles.map((role) => INSTALLATION_ROLES[role].name).join(', '),
            <Tag key="state" colour={PERSON_STATES[row.state].colour}>
              {PERSON_STATES[row.state].text}
            </Tag>,
          ])}
        />
      )}
      <Pagination {...(next ? { next: { href: `${paths.people()}?${onwards.toString()}` } } : {})} />
    </PageBody>
  );
}
