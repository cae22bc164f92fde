import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { AVAILABILITY_NAMES, WILLING_NAMES } from '~/domain/people/expert-profile';
import { experts } from '~/domain/people/queries/experts.server';
import { expertiseChoices } from '~/domain/people/queries/expertise-choices.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { Pagination } from '~/ui/navigation/pagination';
import { EmptyState } from '~/ui/report/empty-state';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { memberWhoAsks } from '~/web/who.server';
import { ExpertEntry } from './expert-entry';
import { ExpertFilters } from './expert-filters';

export { checkedBeforeUse as headers } from '~/web/checked-before-use';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await memberWhoAsks(args);
  const search = readSearch(args.request, {
    threat: z.string().max(12).optional(),
    method: z.string().max(12).optional(),
    availability: z.enum(AVAILABILITY_NAMES).optional(),
    language: z.string().max(60).optional(),
    region: z.string().max(60).optional(),
    willing: z.enum(WILLING_NAMES).optional(),
    after: z.string().max(12).optional(),
  });
  const page = found(await ask(experts, actor, search));
  return { ...page, search, choices: found(await ask(expertiseChoices, actor, {})), expert: actor.expert };
}

export const meta = () => pageTitle('Experts');

export default function Experts() {
  const { rows, next, search, choices, expert } = useLoaderData<typeof loader>();
  const { after: _after, ...filters } = search;
  const chosen = Object.fromEntries(Object.entries(filters).map(([name, value]) => [name, value ?? '']));
  const onwards = new URLSearchParams({ ...chosen, after: next ?? '' });
  const filtered = Object.keys(chosen).length > 0;
  return (
    <PageBody aside={<ExpertFilters chosen={chosen} choices={choices} />}>
      <h1 className="govuk-heading-xl">Experts</h1>
      {rows.length === 0 ? (
        <EmptyState title={filtered ? 'No expert fits all of these' : 'No expert is listed yet'}>
          {filtered
            ? 'Choose fewer, or invite somebody you know from your question.'
            : 'Members make a profile from their account; coordinators invite others.'}
        </EmptyState>
      ) : (
        rows.map((row) => <ExpertEntry key={row.reference} expert={row} />)
      )}
      <Pagination {...(next ? { next: { href: `${paths.experts()}?${onwards.toString()}` } } : {})} />
      <p className="govuk-body">
        <a className="govuk-link" href={paths.ownProfile()}>
          {expert ? 'Change your own profile' : 'Make a profile of your own'}
        </a>
      </p>
    </PageBody>
  );
}
