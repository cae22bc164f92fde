import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { RefusalSummary } from '~/components/bid/refusal-summary';
import { ApprovalStanding } from '~/components/approval/approval-standing';
import { Form } from '~/components/form';
import { EvaluationPage } from '~/components/evaluation/evaluation-page';
import { RankingTable } from '~/components/evaluation/ranking/ranking-table';
import { Recommendations } from '~/components/evaluation/ranking/recommendations';
import { approveRecommendation } from '~/domain/awards/commands/approve-recommendation.server';
import { rankingPage } from '~/domain/evaluation/queries/ranking-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { Button } from '~/ui/forms/button';
import { ActionBar } from '~/ui/layout/action-bar';
import { act, type FormReply } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfDecision } from '../chain-of-award.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = seen(await ask(rankingPage, actor, { reference: args.params['reference'] }));
  return { view, chain: await chainOfDecision(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, approveRecommendation, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference, decided, furtherLevel }) =>
      furtherLevel ? paths.home() : decided ? paths.summaries(reference) : paths.decision(reference),
    says: ({ decided }) =>
      decided
        ? 'The question is decided. Next, send every bidder their summary.'
        : 'Your approval is kept. It goes to the next level.',
  });

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Decide', data.view.title] : ['Not found']));

export default function Decision() {
  const { view, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { may, awaited, reference } = view;
  return (
    <EvaluationPage chain={chain} question={view} here="Decision" wide outside={!may.seeEvaluation}>
      {!may.decide && <RefusalSummary reply={reply} />}
      <h1 className="govuk-heading-l">
        {may.decide ? 'Decide on the recommendation' : 'Recommendation and decision'}
      </h1>
      {view.extended && <InsetText>The standstill is extended: no contract can be signed yet.</InsetText>}
      <Recommendations recommendations={view.recommendations} rows={view.rows} />
      <ApprovalStanding levels={view.approvals} />
      {view.rows.length > 0 && <RankingTable {...view} />}
      {may.decide && awaited.length > 0 && (
        <InsetText>
          Declarations of interest at award are awaited from {awaited.join(', ')}.
          {may.seeEvaluation && (
            <>
              {' '}
              You may be one of them:{' '}
              <a className="govuk-link" href={paths.declaration(reference)}>
                declare your interests
              </a>
              .
            </>
          )}
        </InsetText>
      )}
      {may.decide && <Decide view={view} reply={reply} />}
    </EvaluationPage>
  );
}

type View = ReturnType<typeof useLoaderData<typeof loader>>['view'];

function Decide({ view, reply }: { view: View; reply: FormReply | undefined }) {
  const { reference, approvals, may } = view;
  const turn = approvals?.find((level) => level.turn)?.number ?? 0;
  const last = turn === (approvals?.at(-1)?.number ?? 0);
  return (
    <>
      <p className="govuk-body">
        {last
          ? 'Approving decides the question and prepares a summary for every bidder. Until the award notice you can withdraw the decision.'
          : 'Approving passes it on to the next level, and nobody is told of a decision yet.'}{' '}
        If the panel should look again,{' '}
        <a className="govuk-link" href={paths.returnRecommendation(reference)}>
          return the recommendation
        </a>
        .
      </p>
      {may.approveAfter && (
        <InsetText>
          {may.approveAfter === 'InterestsAreNotDeclared'
            ? 'Before you approve, say whether you have an interest in any of the bids: '
            : 'The interest you declared is being decided. Until then you cannot approve: '}
          <a className="govuk-link" href={paths.declaration(reference)}>
            your declaration
          </a>
          .
        </InsetText>
      )}
      <Form reply={reply}>
        {() => (
          <>
            <ActionBar>
              {!may.approveAfter && <Button once>Approve</Button>}
              <a className="govuk-link" href={may.seeEvaluation ? paths.evaluation(reference) : paths.home()}>
                Decide later
              </a>
            </ActionBar>
          </>
        )}
      </Form>
    </>
  );
}
