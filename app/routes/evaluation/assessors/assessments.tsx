import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { RefusalSummary } from '~/components/bid/refusal-summary';
import { Form } from '~/components/form';
import { ProgressTables } from '~/components/evaluation/assessors/progress-tables';
import { EvaluationPage } from '~/components/evaluation/evaluation-page';
import { remindAssessors } from '~/domain/evaluation/assessors/commands/remind-assessors.server';
import { assessmentProgressPage } from '~/domain/evaluation/assessors/queries/assessment-progress-page.server';
import { showDate } from '~/domain/uk-time';
import { Button } from '~/ui/forms/button';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfEvaluation } from '../chain-of-evaluation.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = seen(await ask(assessmentProgressPage, actor, { reference: args.params['reference'] }));
  return { view, chain: await chainOfEvaluation(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, remindAssessors, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.assessments(reference),
    says: ({ people }) => (people === 1 ? 'One assessor is reminded' : `${people} assessors are reminded`),
  });

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Assessments', data.view.title] : ['Not found']));

export default function Assessments() {
  const { view, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { counts, scoresDueOn, late, may } = view;
  return (
    <EvaluationPage chain={chain} question={view} here="Assessments">
      {!may.remind && <RefusalSummary reply={reply} />}
      <h1 className="govuk-heading-l">Assessments</h1>
      <p className="govuk-body">
        {counts.submitted} submitted, {counts.started} started, {counts.assigned} not started,{' '}
        {counts.refused} refused.{' '}
        {scoresDueOn && `Scores ${late ? 'were' : 'are'} due on ${showDate(scoresDueOn)}.`}
      </p>
      {may.assign && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.assignment(view.reference)}>
            Who assesses what
          </a>
        </p>
      )}
      {may.remind && (
        <Form reply={reply}>{() => <Button once>Remind those whose scores are not in</Button>}</Form>
      )}
      <ProgressTables view={view} />
    </EvaluationPage>
  );
}
