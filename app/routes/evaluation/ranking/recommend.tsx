import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { RefusalSummary } from '~/components/bid/refusal-summary';
import { EvaluationPage } from '~/components/evaluation/evaluation-page';
import { RankedParts } from '~/components/evaluation/ranking/ranked-parts';
import { RecommendForm } from '~/components/evaluation/ranking/recommend-form';
import { Recommendations } from '~/components/evaluation/ranking/recommendations';
import { recommend } from '~/domain/evaluation/commands/recommend.server';
import { rankingPage } from '~/domain/evaluation/queries/ranking-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfEvaluation } from '../chain-of-evaluation.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = seen(await ask(rankingPage, actor, { reference: args.params['reference'] }));
  return { view, chain: await chainOfEvaluation(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, recommend, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ reference }) => paths.ranking(reference),
    says: 'Your recommendation is with the senior responsible owner',
  });

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Recommend', data.view.title] : ['Not found']));

export default function Recommend() {
  const { view, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <EvaluationPage chain={chain} question={view} here="Recommendation" wide>
      {!view.may.recommend && <RefusalSummary reply={reply} />}
      <h1 className="govuk-heading-l">{view.may.recommend ? 'Recommend' : 'Recommendation'}</h1>
      {view.rows.length > 0 && <RankedParts view={view} />}
      {view.may.recommend && <RecommendForm view={view} reply={reply} />}
      <Recommendations recommendations={view.recommendations} rows={view.rows} />
    </EvaluationPage>
  );
}
