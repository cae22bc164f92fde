import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { UptakeFindings } from '~/components/uptake/uptake-findings';
import { showShare } from '~/components/uptake/uptake-share';
import { ask } from '~/domain/query.server';
import { uptakeReport } from '~/domain/ratings/queries/uptake-report.server';
import { UPTAKE_WORDS } from '~/domain/ratings/uptake/uptake';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { Lede } from '~/ui/report/lede';
import { pageTitle } from '~/web/page-title';
import { forbidden } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { personWhoAsks } from '~/web/who.server';

export const meta = () => pageTitle('From finding to outcome');

const shape = {
  step: z.enum(['recommendation', 'decision', 'action', 'outcome', 'none']).optional(),
  after: z.uuid().optional(),
};

export async function loader(args: LoaderFunctionArgs) {
  const view = await ask(uptakeReport, await personWhoAsks(args), readSearch(args.request, shape));
  if (!view) throw forbidden('Only verified members and the auditor read what became of findings.');
  return view;
}

export default function UptakeReport() {
  const report = useLoaderData<typeof loader>();
  const { all, steps } = report;
  const none = all - (steps[0]?.count ?? 0);
  const crumbs = [{ text: 'Knowledge base', href: paths.findings() }, { text: 'From finding to outcome' }];
  return (
    <PageBody wide before={<Breadcrumbs items={crumbs} />}>
      <h1 className="govuk-heading-xl">From finding to outcome</h1>
      <Lede>How many findings led to a recommendation, a decision, action and an outcome.</Lede>
      <ScrollingTable
        name="Findings by the step they reached"
        caption={`Of ${all === 1 ? '1 finding that stands' : `${all.toLocaleString('en-GB')} findings that stand`} and that you can read`}
        captionSize="m"
        head={['Step', 'Findings that reached it, of all', 'Of those that reached the step before']}
        firstCellIsHeader
        rows={[
          ...steps.map(({ kind, count, before }) => [
            <a key={kind} className="govuk-link" href={`${paths.uptake(kind)}#findings`}>
              {UPTAKE_WORDS[kind].many}
            </a>,
            showShare(count, all),
            showShare(count, before),
          ]),
          [
            <a key="none" className="govuk-link" href={`${paths.uptake('none')}#findings`}>
              Nothing recorded
            </a>,
            showShare(none, all),
            '',
          ],
        ]}
      />
      <p className="govuk-body">
        A finding counts once, however many steps it led to; a decision against a recommendation is a
        decision. Nothing recorded is not the same as nothing done.{' '}
        <a className="govuk-link" href={paths.uptakeCsv()} download>
          The findings behind it as CSV
        </a>
      </p>
      <UptakeFindings report={report} />
    </PageBody>
  );
}
