import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { RefusalSummary } from '~/components/bid/refusal-summary';
import { EvaluationPage } from '~/components/evaluation/evaluation-page';
import { fieldProps, Form } from '~/components/form';
import { Lines } from '~/components/lines';
import { judgeExpression } from '~/domain/evaluation/commands/judge-expression.server';
import { expressionPage } from '~/domain/evaluation/queries/expression-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { SummaryList } from '~/ui/content/summary-list';
import { Button } from '~/ui/forms/button';
import { Radios } from '~/ui/forms/radios';
import { Textarea } from '~/ui/forms/textarea';
import { ActionBar } from '~/ui/layout/action-bar';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfEvaluation } from '../chain-of-evaluation.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = seen(await ask(expressionPage, actor, { reference: args.params['reference'] }));
  return { view, chain: await chainOfEvaluation(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, judgeExpression, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ question }) => paths.expressions(question),
    says: 'Recorded. It is told with all the others.',
  });

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? [`Expression of ${data.view.bidder}`, data.view.title] : ['Not found']));

export default function JudgeExpression() {
  const { view, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { bidder, names, approach, criteria, invited, reason, told, own, reference } = view;
  const values = { invited: invited === null ? '' : invited ? 'yes' : 'no', reason: reason ?? '' };
  return (
    <EvaluationPage chain={chain} question={view} here={`Expression of ${bidder}`}>
      {(told || own) && <RefusalSummary reply={reply} />}
      <span className="govuk-caption-l">Expression of interest</span>
      <h1 className="govuk-heading-l">{bidder}</h1>
      <InsetText>That you read it is recorded.</InsetText>
      <SummaryList
        rows={[
          { key: 'Who would do the work', value: <Lines text={names} /> },
          { key: 'Approach', value: <Lines text={approach} /> },
          { key: 'Criteria', value: <Lines text={criteria} /> },
        ]}
      />
      {told || own ? (
        <InsetText>
          {own
            ? 'It comes from your own organisation. Another of the panel judges it.'
            : `${invited ? 'Invited' : 'Not invited'}: ${reason}`}
        </InsetText>
      ) : (
        <Form reply={reply} values={values}>
          {(fields) => (
            <>
              <Radios
                label="Invite a full bid?"
                labelProps={{ size: 's' }}
                items={[
                  { value: 'yes', label: 'Yes' },
                  { value: 'no', label: 'No' },
                ]}
                {...fieldProps(fields['invited'])}
              />
              <Textarea
                label="Why, by the criteria"
                hint="Its author reads this."
                rows={5}
                {...fieldProps(fields['reason'])}
              />
              <ActionBar>
                <Button once>Record</Button>
                <a className="govuk-link" href={paths.expressions(reference)}>
                  Back to all expressions
                </a>
              </ActionBar>
            </>
          )}
        </Form>
      )}
    </EvaluationPage>
  );
}
