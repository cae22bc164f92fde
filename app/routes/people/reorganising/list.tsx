import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { reorganisationTitle } from '~/components/succession/reorganisation-title';
import { ask } from '~/domain/query.server';
import { reorganisations } from '~/domain/succession/queries/reorganisations.server';
import { STATE_WORDS } from '~/domain/succession/reorganisation';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Tag } from '~/ui/content/tag';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { Pagination } from '~/ui/navigation/pagination';
import { EmptyState } from '~/ui/report/empty-state';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { memberWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await memberWhoAsks(args);
  const search = readSearch(args.request, {
    after: z
      .string()
      .regex(/^[0-9A-Za-z]{8}$/)
      .optional(),
  });
  return found(await ask(reorganisations, actor, search));
}

export const meta = () => pageTitle('Reorganisations');

export default function Reorganisations() {
  const { rows, next } = useLoaderData<typeof loader>();
  return (
    <PageBody
      wide
      before={
        <Breadcrumbs
          items={[{ text: 'Organisations', href: paths.organisations() }, { text: 'Reorganisations' }]}
        />
      }
    >
      <h1 className="govuk-heading-xl">Reorganisations</h1>
      {rows.length === 0 ? (
        <EmptyState title="None that you take part in">
          Mergers, splits and new names stand on the page of each organisation.
        </EmptyState>
      ) : (
        <ScrollingTable
          name="Reorganisations"
          head={['What', 'From', 'State', 'Waiting', 'For your answer']}
          rows={rows.map((row) => [
            <a key="what" className="govuk-link" href={paths.reorganisation(row.reference)}>
              {reorganisationTitle(row)}
            </a>,
            showDate(row.effectiveOn),
            <Tag key="state" colour={STATE_WORDS[row.state].colour}>
              {STATE_WORDS[row.state].text}
            </Tag>,
            { content: row.waiting, format: 'numeric' as const },
            row.own === 0 ? (
              'None'
            ) : (
              <a key="own" className="govuk-link" href={paths.handovers(row.reference)}>
                {row.own} to answer
              </a>
            ),
          ])}
        />
      )}
      <Pagination {...(next ? { next: { href: paths.reorganisations(next) } } : {})} />
    </PageBody>
  );
}
