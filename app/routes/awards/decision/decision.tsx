import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { RefusalSummary } from '~/components/bid/refusal-summary';
import { ConfirmForm } from '~/components/confirm-form';
import { EvaluationPage } from '~/components/evaluation/evaluation-page';
import { RankingTable } from '~/components/evaluation/ranking/ranking-table';
import { Recommendations } from '~/components/evaluation/ranking/recommendations';
import { approveRecommendation } from '~/domain/awards/commands/approve-recommendation.server';
import { rankingPage } from '~/domain/evaluation/queries/ranking-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { act } from '~/web/act.server';
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
    done: ({ reference }) => paths.summaries(reference),
    says: 'The question is decided. Next, send every bidder their summary.',
  });

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Decide', data.view.title] : ['Not found']));

export default function Decision() {
  const { view, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { may, awaited, reference } = view;
  return (
    <EvaluationPage chain={chain} question={view} here="Decision" wide>
      {!may.decide && <RefusalSummary reply={reply} />}
      <h1 className="govuk-heading-l">
        {may.decide ? 'Decide on the recommendation' : 'Recommendation and decision'}
      </h1>
      <Recommendations recommendations={view.recommendations} rows={view.rows} />
      {view.rows.length > 0 && <RankingTable {...view} />}
      {may.decide && awaited.length > 0 && (
        <InsetText>
          Declarations of interest at award are awaited from {awaited.join(', ')}. You may be one of them:{' '}
          <a className="govuk-link" href={paths.declaration(reference)}>
            declare your interests
          </a>
          .
        </InsetText>
      )}
      {may.decide && (
        <>
          <p className="govuk-body">
            Approving decides the question and prepares a summary for every bidder. Until the award notice you
            can withdraw the decision. If the panel should look again,{' '}
            <a className="govuk-link" href={paths.returnRecommendation(reference)}>
              return the recommendation
            </a>
            .
          </p>
          <ConfirmForm
            reply={reply}
            button="Approve"
            backHref={paths.evaluation(reference)}
            back="Decide later"
          />
        </>
      )}
    </EvaluationPage>
  );
}
