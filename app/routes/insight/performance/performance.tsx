import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { MEASURES, showCounts, showFigure } from '~/domain/insight/performance/measures';
import { maySeePerformance } from '~/domain/insight/performance/performance-policy.server';
import { periodShape } from '~/domain/insight/performance/period';
import { performancePage } from '~/domain/insight/queries/performance-page.server';
import { ask } from '~/domain/query.server';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { pageTitle } from '~/web/page-title';
import { found, permitted } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { memberWhoAsks } from '~/web/who.server';
import { PeriodForm, wrongWay } from './period-form';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await memberWhoAsks(args);
  permitted(maySeePerformance(actor));
  return found(await ask(performancePage, actor, readSearch(args.request, periodShape)));
}

export const meta: MetaFunction = () => pageTitle('How commissioning performs');

export default function Performance() {
  const { period, all, routes, figures } = useLoaderData<typeof loader>();
  return (
    <PageBody
      before={
        <Breadcrumbs items={[{ text: 'Questions', href: paths.questions() }, { text: 'Performance' }]} />
      }
    >
      <h1 className="govuk-heading-l">How commissioning performs</h1>
      <p className="govuk-body">
        {all ? 'Questions of every team' : 'Questions of your own teams'} from {showDate(period.from)} to{' '}
        {showDate(period.to)}. Decisions count from their notice on.
      </p>
      {wrongWay(period) && (
        <InsetText>The first day comes after the last, so there is nothing to count.</InsetText>
      )}
      <ScrollingTable
        name="Figures"
        head={['Measure', 'Figure', 'Worked out from', 'Left out']}
        rows={figures.map((figure) => [
          <a key={figure.measure} className="govuk-link" href={paths.measure(figure.measure, { ...period })}>
            {MEASURES[figure.measure].title}
          </a>,
          showFigure(figure),
          showCounts(figure),
          figure.excluded === 0 ? 'None' : String(figure.excluded),
        ])}
      />
      <RouteShares routes={routes} />
      <PeriodForm action={paths.performance()} period={period} />
      <ul className="govuk-list">
        <li>
          <a className="govuk-link" href={paths.stageDurations({ ...period })}>
            How long questions stay in each stage
          </a>
        </li>
        <li>
          <a className="govuk-link" href={paths.performanceCsv({ ...period })}>
            These figures as CSV
          </a>
        </li>
      </ul>
    </PageBody>
  );
}

function RouteShares({ routes }: { routes: { route: string; questions: number }[] }) {
  const total = routes.reduce((sum, { questions }) => sum + questions, 0);
  if (total === 0) return null;
  return (
    <ScrollingTable
      name="Share by route"
      caption="Share by route"
      captionSize="m"
      head={['Route', 'Questions', 'Share']}
      rows={routes.map(({ route, questions }) => [
        route,
        `${questions} of ${total}`,
        `${Math.round((100 * questions) / total)}%`,
      ])}
    />
  );
}
