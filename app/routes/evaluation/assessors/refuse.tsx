import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldProps, Form } from '~/components/form';
import { EvaluationPage } from '~/components/evaluation/evaluation-page';
import { refuseAssessment } from '~/domain/evaluation/assessors/commands/refuse-assessment.server';
import { ASSESSOR_REASONS, REASON_NAMES } from '~/domain/evaluation/assessors/assessor-reason';
import { ownAssessmentPage } from '~/domain/evaluation/assessors/queries/own-assessment-page.server';
import { InsetText } from '~/ui/content/inset-text';
import { Button } from '~/ui/forms/button';
import { Radios } from '~/ui/forms/radios';
import { Textarea } from '~/ui/forms/textarea';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfEvaluation } from '../chain-of-evaluation.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = seen(await ask(ownAssessmentPage, actor, { reference: args.params['reference'] }));
  return { view, chain: await chainOfEvaluation(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, refuseAssessment, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ question }) => paths.evaluation(question),
    says: 'You have given the bid back',
  });

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? [`Give back ${data.view.bid.bidder}`, data.view.title] : ['Not found']));

export default function Refuse() {
  const { view, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <EvaluationPage chain={chain} question={view} here="Give a bid back">
      <h1 className="govuk-heading-l">Give back the bid of {view.bid.bidder}</h1>
      {view.submitted ? (
        <InsetText>
          Your scores for this bid are submitted.{' '}
          <a className="govuk-link" href={paths.scores(view.bid.reference)}>
            Read them
          </a>
        </InsetText>
      ) : (
        <>
          <p className="govuk-body">
            The moderator finds another assessor. You will not be given this bid again.
          </p>
          <Form reply={reply}>
            {(fields) => (
              <>
                <Radios
                  label="Why"
                  items={ASSESSOR_REASONS.map((value) => ({ value, label: REASON_NAMES[value] }))}
                  {...fieldProps(fields['reason'])}
                />
                <Textarea label="In your words (optional)" rows={3} {...fieldProps(fields['words'])} />
                <Button once variant="warning">
                  Give this bid back
                </Button>
              </>
            )}
          </Form>
        </>
      )}
    </EvaluationPage>
  );
}
