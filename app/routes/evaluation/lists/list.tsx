import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { EvaluationPage } from '~/components/evaluation/evaluation-page';
import { standingOfList } from '~/components/evaluation/lists/past-lists';
import { Form } from '~/components/form';
import { carryOutList } from '~/domain/evaluation/lists/commands/carry-out-list.server';
import { OUTCOME_WORDS, VERDICT_WORDS } from '~/domain/evaluation/lists/list-kinds';
import { listPage } from '~/domain/evaluation/lists/queries/list-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { SummaryList } from '~/ui/content/summary-list';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { act, type FormReply } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfEvaluation } from '../chain-of-evaluation.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = seen(await ask(listPage, actor, { list: args.params['list'] }));
  return { view, chain: await chainOfEvaluation(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, carryOutList, {
    fixed: { list: args.params['list'] ?? '' },
    done: ({ list }) => paths.competitionList(list),
    says: 'The list is carried out',
  });

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? [data.view.title, data.view.name] : ['Not found']));

export default function List() {
  const { view, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const { may, counts, rows, carriedOutAt } = view;
  return (
    <EvaluationPage
      chain={chain}
      question={{ reference: view.reference, title: view.question }}
      here="Lists"
      wide
    >
      <span className="govuk-caption-l">
        {view.name}, sent by {view.by}
      </span>
      <h1 className="govuk-heading-l">{view.title}</h1>
      <p className="govuk-body">{standingOfList(view)}.</p>
      <SummaryList
        rows={[
          { key: carriedOutAt ? 'Done' : VERDICT_WORDS.do, value: String(counts.do) },
          { key: VERDICT_WORDS.same, value: String(counts.same) },
          { key: VERDICT_WORDS.no, value: String(counts.no) },
          ...(view.undoneAt ? [{ key: 'Undone', value: String(view.undone) }] : []),
        ]}
      />
      {(may.carryOut || may.undo || reply) && (
        <Form reply={reply}>
          {() => (
            <ActionBar>
              {may.carryOut && (
                <Button once>
                  Do {counts.do} of {rows.length}
                </Button>
              )}
              {may.undo && (
                <Button variant="secondary" href={paths.undoCompetitionList(view.list)}>
                  See what undoing would change
                </Button>
              )}
              <a className="govuk-link" href={paths.competitionLists(view.reference)}>
                Back to lists
              </a>
            </ActionBar>
          )}
        </Form>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={paths.competitionListReport(view.list)}>
          This report as CSV
        </a>
      </p>
      <ScrollingTable
        name="Rows"
        head={['Row', 'What it says', carriedOutAt ? 'Outcome' : 'What would happen', 'Why']}
        rows={rows.map(({ position, cells, verdict, outcome, why }) => [
          String(position),
          cells.filter(Boolean).join(', '),
          outcome ? OUTCOME_WORDS[outcome] : VERDICT_WORDS[verdict],
          why,
        ])}
      />
    </EvaluationPage>
  );
}
