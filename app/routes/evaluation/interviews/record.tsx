import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { RefusalSummary } from '~/components/bid/refusal-summary';
import { EvaluationPage } from '~/components/evaluation/evaluation-page';
import { RecordForm } from '~/components/evaluation/interviews/record-form';
import { recordInterview } from '~/domain/evaluation/commands/record-interview.server';
import { interviewRecordPage } from '~/domain/evaluation/queries/interview-record-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfEvaluation } from '../chain-of-evaluation.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = seen(await ask(interviewRecordPage, actor, { reference: args.params['reference'] }));
  return { view, chain: await chainOfEvaluation(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, recordInterview, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ question }) => paths.interviews(question),
    says: 'The interview is recorded',
  });

export const meta = () => pageTitle('Record an interview');

export default function RecordInterview() {
  const { view, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <EvaluationPage chain={chain} question={view} here="Record an interview">
      {!view.may.record && <RefusalSummary reply={reply} />}
      <span className="govuk-caption-l">Interview</span>
      <h1 className="govuk-heading-l">{view.bidder}</h1>
      {view.may.record ? (
        <RecordForm view={view} reply={reply} />
      ) : (
        <InsetText>
          This interview can no longer be recorded.{' '}
          <a className="govuk-link" href={paths.interviews(view.reference)}>
            Back to the interviews
          </a>
        </InsetText>
      )}
    </EvaluationPage>
  );
}
