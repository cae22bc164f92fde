import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { EvaluationPage } from '~/components/evaluation/evaluation-page';
import { ReasonForm } from '~/components/reason-form';
import { returnRecommendation } from '~/domain/evaluation/commands/return-recommendation.server';
import { rankingPage } from '~/domain/evaluation/queries/ranking-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { forbidden } from '~/web/reply.server';
import { seen } from '~/web/seen.server';
import { tellIfGone } from '~/web/tell-if-gone.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfEvaluation } from '../chain-of-evaluation.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = seen(await ask(rankingPage, actor, { reference: args.params['reference'] }));
  if (!view.may.decide)
    throw forbidden(
      'Only whoever’s turn it is to approve returns a recommendation, while it waits for a decision.',
    );
  return { view, chain: await chainOfEvaluation(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  tellIfGone(
    args,
    loader,
    act(args, returnRecommendation, {
      fixed: { reference: args.params['reference'] ?? '' },
      done: ({ reference, furtherLevel }) => (furtherLevel ? paths.home() : paths.evaluation(reference)),
      says: 'The recommendation is back with the moderator',
    }),
  );

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? ['Return the recommendation', data.view.title] : ['Not found']));

export default function Return() {
  const { view, chain } = useLoaderData<typeof loader>();
  return (
    <EvaluationPage
      chain={chain}
      question={view}
      here="Return the recommendation"
      outside={!view.may.seeEvaluation}
    >
      <h1 className="govuk-heading-l">Return the recommendation</h1>
      <p className="govuk-body">The scores stay as agreed. The moderator makes another recommendation.</p>
      <ReasonForm
        reply={useActionData<typeof action>()}
        label="What should the panel look at again?"
        button="Return it"
        backHref={paths.decision(view.reference)}
      />
    </EvaluationPage>
  );
}
