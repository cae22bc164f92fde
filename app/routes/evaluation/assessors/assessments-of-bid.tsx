import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { RefusalSummary } from '~/components/bid/refusal-summary';
import { RateForm } from '~/components/evaluation/assessors/rate-form';
import { EvaluationPage } from '~/components/evaluation/evaluation-page';
import { rateAssessment } from '~/domain/evaluation/assessors/commands/rate-assessment.server';
import { assessmentsOfBidPage } from '~/domain/evaluation/assessors/queries/assessments-of-bid-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfEvaluation } from '../chain-of-evaluation.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = seen(await ask(assessmentsOfBidPage, actor, { reference: args.params['reference'] }));
  return { view, chain: await chainOfEvaluation(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, rateAssessment, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: () => paths.assessmentsOfBid(args.params['reference'] ?? ''),
    says: 'Your rating is saved',
  });

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? [`Assessments of ${data.view.bid.bidder}`, data.view.title] : ['Not found']));

export default function AssessmentsOfBid() {
  const { view, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <EvaluationPage chain={chain} question={view} here={`Assessments of ${view.bid.bidder}`}>
      <RefusalSummary reply={reply} />
      <span className="govuk-caption-l">How helpful assessments were</span>
      <h1 className="govuk-heading-l">{view.bid.bidder}</h1>
      <p className="govuk-body">
        Coordinators see the mean by assessor when they look for assessors again. Assessors and bidders never
        see it.
      </p>
      {view.assessments.length === 0 && <p className="govuk-body">No scores of this bid are in yet.</p>}
      {view.assessments.map((one) => (
        <RateForm key={one.reference} assessment={one} />
      ))}
      {view.waiting > 0 && <p className="govuk-body">Scores of {view.waiting} more are awaited.</p>}
    </EvaluationPage>
  );
}
