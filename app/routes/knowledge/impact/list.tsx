import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { ask } from '~/domain/query.server';
import { impactList } from '~/domain/ratings/queries/impact-list.server';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { Pagination } from '~/ui/navigation/pagination';
import { EmptyState } from '~/ui/report/empty-state';
import { Lede } from '~/ui/report/lede';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { whoAsks } from '~/web/who.server';

export const meta = () => pageTitle('Impact records');

export async function loader(args: LoaderFunctionArgs) {
  const search = readSearch(args.request, { after: z.string().max(60).optional() });
  return found(await ask(impactList, await whoAsks(args), search));
}

export default function ImpactRecords() {
  const { records, next } = useLoaderData<typeof loader>();
  return (
    <PageBody
      before={
        <Breadcrumbs
          items={[{ text: 'Knowledge base', href: paths.findings() }, { text: 'Impact records' }]}
        />
      }
    >
      <h1 className="govuk-heading-xl">Impact records</h1>
      <Lede>Decisions that findings informed, and what shows it.</Lede>
      {records.length === 0 && (
        <EmptyState title="Nothing to show yet">
          When a decision rests on a finding, record it on the finding’s page: its authors can then prove it.
        </EmptyState>
      )}
      <ul className="govuk-list">
        {records.map(({ reference, decision, decidedOn, organisation, finding }) => (
          <li key={reference} className="govuk-!-margin-bottom-5">
            <a className="govuk-link govuk-!-font-weight-bold" href={paths.impactRecord(reference)}>
              {decision}
            </a>
            <br />
            {organisation}, {showDate(decidedOn)}
            <br />
            <span className="govuk-hint">Informed by {finding}</span>
          </li>
        ))}
      </ul>
      <Pagination
        {...(next ? { next: { href: `${paths.impactRecords()}?after=${next}`, text: 'Next page' } } : {})}
      />
    </PageBody>
  );
}
