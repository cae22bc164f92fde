import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData, useLocation } from '@remix-run/react';
import { demandLog, demandLogShape } from '~/domain/insight/demand/queries/demand-log.server';
import { ask } from '~/domain/query.server';
import { showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { PageBody } from '~/ui/layout/page-body';
import { Breadcrumbs } from '~/ui/navigation/breadcrumbs';
import { Pagination } from '~/ui/navigation/pagination';
import { Lede } from '~/ui/report/lede';
import { onShape, sureDay } from '~/web/asked-day.server';
import { pageTitle } from '~/web/page-title';
import { found } from '~/web/reply.server';
import { readSearch } from '~/web/search-params.server';
import { whoAsks } from '~/web/who.server';

export { checkedBeforeUse as headers } from '~/web/checked-before-use';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await whoAsks(args);
  const search = readSearch(args.request, { ...demandLogShape, ...onShape });
  return found(await ask(demandLog, actor, { ...search, on: sureDay(search.on, actor.asOf) }));
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `Asked in ${data.period.name}` : 'Not found');

export default function DemandLogPage() {
  const { questions, next, name, key, by, per, on, period } = useLoaderData<typeof loader>();
  const params = new URLSearchParams(useLocation().search);
  if (next) params.set('after', next);
  const about = name ?? (key === 'none' ? 'not stated' : null);
  return (
    <PageBody
      before={
        <Breadcrumbs
          items={[{ text: 'Demand', href: paths.demand({ by, per, on }) }, { text: period.name }]}
        />
      }
    >
      <span className="govuk-caption-l">Demand log</span>
      <h1 className="govuk-heading-xl">
        Asked in {period.name}
        {about && `: ${about}`}
      </h1>
      <Lede>The questions that the figure counts, in the order of their publication.</Lede>
      {on && <InsetText>As it was known on {showDay(on)}.</InsetText>}
      {questions.length === 0 ? (
        <p className="govuk-body">No question that you may see was published then.</p>
      ) : (
        <ScrollingTable
          name="Questions of this figure"
          head={['Question', 'Asked by', 'Published']}
          rows={questions.map(({ reference, title, organisation, publishedAt }) => [
            <a key={reference} className="govuk-link" href={paths.question(reference)}>
              {title}
            </a>,
            organisation,
            showDay(publishedAt),
          ])}
        />
      )}
      <Pagination
        {...(next
          ? { next: { href: `${paths.demandLog({})}?${params.toString()}`, text: 'Next page' } }
          : {})}
      />
    </PageBody>
  );
}
