import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { RefusalSummary } from '~/components/bid/refusal-summary';
import { EvaluationPage } from '~/components/evaluation/evaluation-page';
import { RequirementFields } from '~/components/evaluation/scoring/requirement-fields';
import { Form } from '~/components/form';
import { checkRequirements } from '~/domain/evaluation/commands/check-requirements.server';
import { requirementsPage } from '~/domain/evaluation/queries/requirements-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { SummaryList } from '~/ui/content/summary-list';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfEvaluation } from '../chain-of-evaluation.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = seen(await ask(requirementsPage, actor, { reference: args.params['reference'] }));
  return { view, chain: await chainOfEvaluation(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, checkRequirements, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.requirements(reference),
    says: 'What you found is recorded. Another of the panel agrees before it counts.',
  });

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(
    ...(data ? [`Essential requirements, bid of ${data.view.bid.bidder}`, data.view.title] : ['Not found']),
  );

export default function Requirements() {
  const { view, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <EvaluationPage chain={chain} question={view} here={`Requirements, bid of ${view.bid.bidder}`}>
      {!view.may.check && <RefusalSummary reply={reply} />}
      <span className="govuk-caption-l">Essential requirements of {view.title}</span>
      <h1 className="govuk-heading-l">{view.bid.bidder}</h1>
      <InsetText>
        Judge whether the evidence shows what was asked, not how good it is. Two of the panel agree, one of
        them the moderator. A bid that fails one requirement is excluded and told why. That you read it is
        recorded.
      </InsetText>
      {view.state !== 'toCheck' && <Found />}
      {view.may.check && <CheckForm />}
    </EvaluationPage>
  );
}

function Found() {
  const { view } = useLoaderData<typeof loader>();
  const { state, checkedBy, requirements, why, may, excludes, bid } = view;
  return (
    <>
      <h2 className="govuk-heading-m">What {checkedBy ?? 'the panel'} found</h2>
      <SummaryList
        rows={requirements.map(({ position, text, met, reason }) => ({
          key: `${position}. ${text}`,
          value: `${met ? 'Met' : 'Not met'}: ${reason}`,
        }))}
      />
      {state === 'agreed' ? (
        <p className="govuk-body">
          Two of the panel have agreed.{' '}
          <a className="govuk-link" href={paths.scores(bid.reference)}>
            Go on to its scores
          </a>
        </p>
      ) : (
        <p className="govuk-body">
          {may.agree ? (
            <Button
              href={paths.agreeRequirements(bid.reference)}
              {...(excludes ? { variant: 'warning' } : {})}
            >
              {excludes ? 'Agree, and exclude the bid' : 'Agree'}
            </Button>
          ) : (
            why
          )}
        </p>
      )}
    </>
  );
}

function CheckForm() {
  const { view } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const values = {
    checks: view.requirements.map(({ position, met, reason }) => ({
      position: String(position),
      met: met === null ? '' : met ? 'yes' : 'no',
      reason,
    })),
  };
  return (
    <Form reply={reply} values={values}>
      {(fields) => (
        <>
          {view.state === 'toAgree' && (
            <h2 className="govuk-heading-m">Or record what you find yourself, in its place</h2>
          )}
          <RequirementFields list={fields['checks']} requirements={view.requirements} />
          <ActionBar>
            <Button once {...(view.state === 'toAgree' ? { variant: 'secondary' as const } : {})}>
              Record what you found
            </Button>
            <a className="govuk-link" href={paths.evaluation(view.reference)}>
              Back to the evaluation
            </a>
          </ActionBar>
        </>
      )}
    </Form>
  );
}
