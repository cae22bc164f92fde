import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { RefusalSummary } from '~/components/bid/refusal-summary';
import { ConsensusForm } from '~/components/evaluation/scoring/consensus-form';
import { Lines } from '~/components/lines';
import { EvaluationPage } from '~/components/evaluation/evaluation-page';
import { recordConsensus } from '~/domain/evaluation/commands/record-consensus.server';
import { consensusPage } from '~/domain/evaluation/queries/consensus-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { Details } from '~/ui/content/details';
import { InsetText } from '~/ui/content/inset-text';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfEvaluation } from '../chain-of-evaluation.server';

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = seen(await ask(consensusPage, actor, { reference: args.params['reference'] }));
  return { view, chain: await chainOfEvaluation(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, recordConsensus, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ question }) => paths.moderation(question),
    says: 'The consensus is recorded',
  });

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? [`Consensus on ${data.view.bid.bidder}`, data.view.title] : ['Not found']));

export default function Consensus() {
  const { view, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <EvaluationPage chain={chain} question={view} here={`Consensus on ${view.bid.bidder}`}>
      {!view.may.record && <RefusalSummary reply={reply} />}
      <span className="govuk-caption-l">Consensus</span>
      <h1 className="govuk-heading-l">{view.bid.bidder}</h1>
      {view.reply !== null && (
        <Details summary="What the bidder replied" open>
          <Lines text={view.reply} />
        </Details>
      )}
      {view.may.record ? (
        <ConsensusForm criteria={view.criteria} reply={reply} />
      ) : (
        <InsetText>
          {view.complete
            ? 'Quality is agreed, so the consensus can no longer be changed.'
            : 'A consensus is recorded once every evaluator has submitted scores for this bid.'}{' '}
          <a className="govuk-link" href={paths.moderation(view.reference)}>
            Back to the moderation
          </a>
        </InsetText>
      )}
    </EvaluationPage>
  );
}
