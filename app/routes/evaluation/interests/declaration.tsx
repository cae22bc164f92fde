import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { RefusalSummary } from '~/components/bid/refusal-summary';
import { DeclarationForm } from '~/components/evaluation/panel/declaration-form';
import { EvaluationPage } from '~/components/evaluation/evaluation-page';
import { DECLARED_AT } from '~/components/evaluation/panel/stage-names';
import { declareInterests } from '~/domain/evaluation/commands/declare-interests.server';
import { declarationPage } from '~/domain/evaluation/queries/declaration-page.server';
import { ask } from '~/domain/query.server';
import { showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfEvaluation } from '../chain-of-evaluation.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = seen(await ask(declarationPage, actor, { reference: args.params['reference'] }));
  return { view, chain: await chainOfEvaluation(actor, view.reference) };
}

const WHERE_NEXT = {
  publication: paths.questionApproval,
  decision: paths.decision,
  neither: paths.evaluation,
};

export const action = (args: ActionFunctionArgs) =>
  act(args, declareInterests, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference, approves }) => WHERE_NEXT[approves ?? 'neither'](reference),
    says: 'Your declaration is recorded',
  });

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Declare your interests', data.view.title] : ['Not found']));

export default function Declaration() {
  const { view, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { stage, current, past, capacities } = view;
  const settled = current !== null && current.confirmed !== null;
  return (
    <EvaluationPage chain={chain} question={view} here="Your interests" outside={view.outside}>
      {(stage === null || settled) && <RefusalSummary reply={reply} />}
      <span className="govuk-caption-l">{view.title}</span>
      <h1 className="govuk-heading-l">Declare your interests</h1>
      <p className="govuk-body">
        You can influence the outcome of this question as: {capacities.join(', ').toLowerCase()}. Everybody
        who can declares three times: before bids are opened, at opening and at award.
      </p>
      {current && (
        <InsetText>
          {current.hasInterest ? 'You declared an interest' : 'You declared that you have no interest'} on{' '}
          {showInstant(current.declaredAt)}.{' '}
          {current.confirmed === null
            ? 'You can change this until it is decided.'
            : current.confirmed
              ? 'It was confirmed as a conflict, so the bids concerned are closed to you.'
              : 'It was decided not to be a conflict.'}
        </InsetText>
      )}
      {stage === null && <p className="govuk-body">The question is over, so nothing is left to declare.</p>}
      {stage !== null && !settled && <DeclarationForm view={{ ...view, stage }} reply={reply} />}
      {past.length > 0 && (
        <>
          <h2 className="govuk-heading-s">What you declared before</h2>
          <ul className="govuk-list govuk-list--bullet">
            {past.map((one) => (
              <li key={one.stage}>
                {DECLARED_AT[one.stage]}: {one.hasInterest ? 'an interest' : 'no interest'}, on{' '}
                {showInstant(one.declaredAt)}
              </li>
            ))}
          </ul>
        </>
      )}
    </EvaluationPage>
  );
}
