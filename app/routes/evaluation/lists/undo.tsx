import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { EvaluationPage } from '~/components/evaluation/evaluation-page';
import { Form } from '~/components/form';
import { undoList } from '~/domain/evaluation/lists/commands/undo-list.server';
import { listPage } from '~/domain/evaluation/lists/queries/list-page.server';
import { undoPreview } from '~/domain/evaluation/lists/queries/undo-preview.server';
import { ask } from '~/domain/query.server';
import { showCount } from '~/domain/words';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { act, type FormReply } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfEvaluation } from '../chain-of-evaluation.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const { list } = args.params;
  const view = seen(await ask(listPage, actor, { list }));
  const rows = (view.may.undo && (await ask(undoPreview, actor, { list }))) || [];
  const { reference, question, title, name } = view;
  const chain = await chainOfEvaluation(actor, reference);
  return { reference, question, title, name, list: view.list, rows, chain };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, undoList, {
    fixed: { list: args.params['list'] ?? '' },
    done: ({ list }) => paths.competitionList(list),
    says: ({ undone }) => `${showCount(undone, 'row')} undone`,
  });

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Undo', data.title] : ['Not found']));

function sayWhatWouldBe(undone: number, done: number): string {
  if (undone === 0) return 'Nothing of this list can be undone.';
  const which = done === 1 ? 'The one row that was' : `${undone} of the ${done} rows that were`;
  return `${which} done will be undone. This can be done once.`;
}

export default function Undo() {
  const { reference, question, title, name, list, rows, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const undone = rows.filter(({ isUndone }) => isUndone).length;
  return (
    <EvaluationPage chain={chain} question={{ reference, title: question }} here="Lists" wide>
      <span className="govuk-caption-l">{name}</span>
      <h1 className="govuk-heading-l">Undo: {title.toLowerCase()}</h1>
      <p className="govuk-body">{sayWhatWouldBe(undone, rows.length)}</p>
      <Form reply={reply}>
        {() => (
          <ActionBar>
            <input type="hidden" name="shown" value={undone} />
            {undone > 0 && (
              <Button variant="warning" once>
                Undo {showCount(undone, 'row')}
              </Button>
            )}
            <a className="govuk-link" href={paths.competitionList(list)}>
              Keep what was done
            </a>
          </ActionBar>
        )}
      </Form>
      {rows.length > 0 && (
        <ScrollingTable
          name="What would be undone"
          head={['Row', 'What it says', 'What would happen', 'Why']}
          rows={rows.map(({ position, cells, isUndone, why }) => [
            String(position),
            cells.filter(Boolean).join(', '),
            isUndone ? 'Will be undone' : 'Stays',
            why,
          ])}
        />
      )}
    </EvaluationPage>
  );
}
