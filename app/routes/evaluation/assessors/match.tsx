import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ConfirmForm } from '~/components/confirm-form';
import { EvaluationPage } from '~/components/evaluation/evaluation-page';
import { assignmentPage } from '~/domain/evaluation/assessors/queries/assignment-page.server';
import { matchAssessors } from '~/domain/matching/commands/match-assessors.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfEvaluation } from '../chain-of-evaluation.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = seen(await ask(assignmentPage, actor, { reference: args.params['reference'], moving: 'no' }));
  return { view, chain: await chainOfEvaluation(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, matchAssessors, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.assignment(reference),
    says: 'Works are compared with bids',
  });

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Compare works with bids', data.view.title] : ['Not found']));

export default function Match() {
  const { view, chain } = useLoaderData<typeof loader>();
  return (
    <EvaluationPage chain={chain} question={view} here="Compare works with bids">
      <h1 className="govuk-heading-l">Compare works with bids</h1>
      <p className="govuk-body">
        The words of each assessor’s works and profile are compared with the summary of each bid. The result
        counts only where an assessor has not said how well they know a bid’s field, and never as much as the
        word of an expert.
      </p>
      <ConfirmForm
        reply={useActionData<typeof action>()}
        button="Compare"
        backHref={paths.assignment(view.reference)}
      />
    </EvaluationPage>
  );
}
