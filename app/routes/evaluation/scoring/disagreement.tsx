import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { EvaluationPage } from '~/components/evaluation/evaluation-page';
import { AgreementFigures } from '~/components/evaluation/scoring/agreement-figures';
import { SpreadFilter } from '~/components/evaluation/scoring/spread-filter';
import { SpreadItem } from '~/components/evaluation/scoring/spread-row';
import { disagreementFilters, disagreementPage } from '~/domain/evaluation/queries/disagreement-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { EmptyState } from '~/ui/report/empty-state';
import { pageTitle } from '~/web/page-title';
import { readSearch } from '~/web/search-params.server';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfEvaluation } from '../chain-of-evaluation.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const filter = readSearch(args.request, disagreementFilters);
  const view = seen(await ask(disagreementPage, actor, { reference: args.params['reference'], ...filter }));
  return { view, chain: await chainOfEvaluation(actor, view.reference) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Where scores differ', data.view.title] : ['Not found']));

const number = (content: string) => ({ content, format: 'numeric' as const });

export default function Disagreement() {
  const { view, chain } = useLoaderData<typeof loader>();
  const { rows, filter, next, reference } = view;
  const { after: _, ...kept } = filter;
  return (
    <EvaluationPage chain={chain} question={view} here="Where scores differ" wide>
      <h1 className="govuk-heading-l">Where scores differ</h1>
      <p className="govuk-body">
        {view.complete === 0
          ? 'A bid is shown here once everybody who scores it has submitted. You lead the panel and do not score.'
          : `${view.complete} ${view.complete === 1 ? 'bid is' : 'bids are'} wholly scored. Differences are for the meeting to talk about; nobody has to change a score.`}
      </p>
      <AgreementFigures all={view.agreement} byCriterion={view.byCriterion} />
      <People people={view.people} />
      <h2 className="govuk-heading-m">Scores</h2>
      <SpreadFilter
        action={paths.disagreement(reference)}
        filter={filter}
        criteria={view.byCriterion}
        bids={view.bids}
        people={view.people}
      />
      {rows.length === 0 && (
        <EmptyState title="Nothing found">Choose “All”, or a smaller distance, to see more.</EmptyState>
      )}
      {rows.map((row) => (
        <SpreadItem key={`${row.bid.reference}-${row.criterion.position}`} row={row} asks={view.may.ask} />
      ))}
      {next !== null && (
        <p className="govuk-body">
          <a
            className="govuk-link"
            href={paths.disagreement(reference, { ...textOf(kept), after: String(next) })}
          >
            More of {view.found}
          </a>
        </p>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={paths.moderation(reference)}>
          Back to the moderation
        </a>
      </p>
    </EvaluationPage>
  );
}

const textOf = (filter: Record<string, string | number | null | undefined>) =>
  Object.fromEntries(
    Object.entries(filter).flatMap(([name, value]) =>
      value === null || value === undefined ? [] : [[name, String(value)]],
    ),
  );

type View = ReturnType<typeof useLoaderData<typeof loader>>['view'];

const lean = (higher: number | null) =>
  higher === null ? 'Too few' : `${higher >= 0 ? '+' : '−'}${Math.abs(higher).toFixed(2)}`;

const People = ({ people }: { people: View['people'] }) => (
  <ScrollingTable
    name="Who scores higher or lower than the others"
    head={['Evaluator', number('Compared'), number('Against the others'), number('Stands alone')]}
    rows={people.map(({ name, units, higher, alone }) => [
      name,
      number(String(units)),
      number(lean(higher)),
      number(String(alone)),
    ])}
  />
);
