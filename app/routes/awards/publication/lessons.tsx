import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { lessonsPage } from '~/domain/awards/queries/lessons-page.server';
import { ask } from '~/domain/query.server';
import { showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { SummaryList } from '~/ui/content/summary-list';
import { PageBody } from '~/ui/layout/page-body';
import { EmptyState } from '~/ui/report/empty-state';
import { pageTitle } from '~/web/page-title';
import { forbidden } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { personWhoAsks } from '~/web/who.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = await ask(
    lessonsPage,
    actor,
    readSearch(args.request, { before: z.string().max(40).optional() }),
  );
  if (!view) throw forbidden('Lessons are for the teams that commission, coordinators and the auditor.');
  return view;
}

export const meta = () => pageTitle('Lessons of earlier commissions');

const row = (key: string, value: string) => value !== '' && { key, value };

export default function Lessons() {
  const { lessons, next } = useLoaderData<typeof loader>();
  return (
    <PageBody wide>
      <h1 className="govuk-heading-l">Lessons of earlier commissions</h1>
      {lessons.length === 0 ? (
        <EmptyState title="No lesson is written down yet">
          Whoever closes an award says what worked, what did not, and what the next commission should do.
        </EmptyState>
      ) : (
        lessons.map((one) => (
          <SummaryList
            key={one.reference}
            card={{
              title: one.question,
              actions: [
                { href: paths.award(one.reference), text: 'The award', about: `for ${one.question}` },
              ],
            }}
            rows={[
              row('What worked', one.worked),
              row('What did not', one.didNot),
              row('For the next commission', one.nextTime),
              { key: 'Closed', value: showDay(one.closedAt) },
            ]}
          />
        ))
      )}
      {next && (
        <p className="govuk-body">
          <a className="govuk-link" href={`${paths.lessons()}?before=${encodeURIComponent(next)}`}>
            Earlier ones
          </a>
        </p>
      )}
    </PageBody>
  );
}
