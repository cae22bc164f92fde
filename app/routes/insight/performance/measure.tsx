import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { MEASURES, showAmount } from '~/domain/insight/performance/measures';
import { maySeePerformance } from '~/domain/insight/performance/performance-policy.server';
import { periodShape } from '~/domain/insight/performance/period';
import { measurePage } from '~/domain/insight/queries/measure-page.server';
import { ask } from '~/domain/query.server';
import { showDate, showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { Pagination } from '~/ui/navigation/pagination';
import { EmptyState } from '~/ui/report/empty-state';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { memberWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await memberWhoAsks(args);
  permitted(maySeePerformance(actor));
  const search = readSearch(args.request, { ...periodShape, after: z.string().max(80).optional() });
  return found(await ask(measurePage, actor, { ...search, measure: args.params['measure'] }));
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? [MEASURES[data.measure].title, 'Performance'] : ['Not found']));

const COUNTED = { true: 'Yes', false: 'No', null: 'Left out' };

export default function MeasureRows() {
  const { measure, period, rows, next } = useLoaderData<typeof loader>();
  const { title, rows: about } = MEASURES[measure];
  return (
    <PageBody
      before={
        <Breadcrumbs
          items={[{ text: 'Performance', href: paths.performance({ ...period }) }, { text: title }]}
        />
      }
    >
      <h1 className="govuk-heading-l">{title}</h1>
      <p className="govuk-body">
        {about} From {showDate(period.from)} to {showDate(period.to)}.
      </p>
      {rows.length === 0 ? (
        <EmptyState title="Nothing to count">Choose a longer period on the page of all figures.</EmptyState>
      ) : (
        <ScrollingTable
          name={title}
          head={['Question', 'Route', 'When', 'Counted', 'Amount']}
          rows={rows.map((row) => [
            <a key={row.id} className="govuk-link" href={paths.question(row.reference)}>
              {row.title}
            </a>,
            row.route,
            showDay(row.at),
            COUNTED[String(row.counted) as keyof typeof COUNTED],
            showAmount(measure, row.amount),
          ])}
        />
      )}
      {next && <Pagination next={{ href: paths.measure(measure, { ...period, after: next }) }} />}
    </PageBody>
  );
}
