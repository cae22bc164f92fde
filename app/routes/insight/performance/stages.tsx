import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { maySeePerformance } from '~/domain/insight/performance/performance-policy.server';
import { periodShape } from '~/domain/insight/performance/period';
import { showDays, STAGES } from '~/domain/insight/performance/stages';
import { stageDurations, type SlowStage } from '~/domain/insight/queries/stage-durations.server';
import { ask } from '~/domain/query.server';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { memberWhoAsks } from '~/web/who.server';
import { PeriodForm } from './period-form';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await memberWhoAsks(args);
  permitted(maySeePerformance(actor));
  return found(await ask(stageDurations, actor, readSearch(args.request, periodShape)));
}

export const meta: MetaFunction = () => pageTitle('How long questions stay in each stage');

export default function Stages() {
  const { period, all, stages } = useLoaderData<typeof loader>();
  return (
    <PageBody
      before={
        <Breadcrumbs
          items={[
            { text: 'Performance', href: paths.performance({ ...period }) },
            { text: 'How long each stage takes' },
          ]}
        />
      }
    >
      <h1 className="govuk-heading-l">How long questions stay in each stage</h1>
      <p className="govuk-body">
        Stages that ended from {showDate(period.from)} to {showDate(period.to)}, of{' '}
        {all ? 'every team' : 'your own teams'}, in calendar days. What goes on is not counted yet.
      </p>
      <ScrollingTable
        name="Stages"
        head={['Stage', 'Questions', 'Median', 'Nine in ten within', 'Slowest']}
        rows={stages.map(({ stage, figure, slowest }) => [
          STAGES[stage],
          String(figure?.questions ?? 0),
          figure ? showDays(figure.median) : 'Nothing ended',
          figure ? showDays(figure.ninety) : '',
          <Slowest key={stage} slowest={slowest} />,
        ])}
      />
      <PeriodForm action={paths.stageDurations({})} period={period} />
    </PageBody>
  );
}

function Slowest({ slowest }: { slowest: SlowStage[] }) {
  if (slowest.length === 0) return <>None</>;
  return (
    <ul className="govuk-list govuk-!-margin-bottom-0">
      {slowest.map((one) => (
        <li key={one.reference}>
          <a className="govuk-link" href={paths.question(one.reference)}>
            {one.title}
          </a>
          , {showDays(one.days)}
        </li>
      ))}
    </ul>
  );
}
