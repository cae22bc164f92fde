import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { EvaluationPage } from '~/components/evaluation/evaluation-page';
import { ChooseAssessors } from '~/components/evaluation/lists/choose-assessors';
import { PastLists } from '~/components/evaluation/lists/past-lists';
import { SendList } from '~/components/evaluation/lists/send-list';
import { readListIn } from '~/domain/evaluation/lists/commands/read-list-in.server';
import { listsPage } from '~/domain/evaluation/lists/queries/lists-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { act, type FormReply } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfEvaluation } from '../chain-of-evaluation.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = seen(await ask(listsPage, actor, { reference: args.params['reference'] }));
  return { view, chain: await chainOfEvaluation(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, readListIn, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ list }) => paths.competitionList(list),
  });

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Lists', data.view.title] : ['Not found']));

export default function Lists() {
  const { view, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<FormReply>();
  const sent = { ...reply?.result.initialValue, ...reply?.result.error };
  const chose = sent['kind'] === 'remind' || sent['kind'] === 'remove' || 'people' in sent;
  const { exports, reference, kinds, members, choices } = view;
  return (
    <EvaluationPage chain={chain} question={view} here="Lists">
      <h1 className="govuk-heading-l">Lists</h1>
      <p className="govuk-body">
        Do the same to many at once. You see what would come of each row before anything is done, and then
        exactly that is done, or nothing.
      </p>
      {kinds.length > 0 && <SendList kinds={kinds} reply={chose ? undefined : reply} />}
      {members.length > 0 && (
        <ChooseAssessors members={members} choices={choices} reply={chose ? reply : undefined} />
      )}
      {exports.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Take out as CSV</h2>
          <ul className="govuk-list">
            {exports.map(({ name, title }) => (
              <li key={name}>
                <a className="govuk-link" href={paths.competitionExport(reference, name)}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <PastLists lists={view.lists} />
    </EvaluationPage>
  );
}
