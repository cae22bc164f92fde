import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { RefusalSummary } from '~/components/bid/refusal-summary';
import { BidReading } from '~/components/evaluation/scoring/bid-reading';
import { EvaluationPage } from '~/components/evaluation/evaluation-page';
import { OwnScores } from '~/components/evaluation/scoring/own-scores';
import { Scale } from '~/components/evaluation/scoring/scale';
import { ScoringForm } from '~/components/evaluation/scoring/scoring-form';
import { saveScores } from '~/domain/evaluation/commands/save-scores.server';
import { scoringPage } from '~/domain/evaluation/queries/scoring-page.server';
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
  const view = seen(await ask(scoringPage, actor, { reference: args.params['reference'] }));
  return { view, chain: await chainOfEvaluation(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, saveScores, {
    fixed: { reference: args.params['reference'] ?? '' },
    done: ({ question }) => paths.evaluation(question),
    says: ({ submitted }) =>
      submitted ? 'Your scores are submitted' : 'Your scores are saved, not submitted yet',
  });

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(...(data ? [`Bid of ${data.view.bid.bidder}`, data.view.title] : ['Not found']));

export default function Scores() {
  const { view, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <EvaluationPage chain={chain} question={view} here={`Bid of ${view.bid.bidder}`}>
      {!view.may.score && <RefusalSummary reply={reply} />}
      <span className="govuk-caption-l">Bid for {view.title}</span>
      <h1 className="govuk-heading-l">{view.bid.bidder}</h1>
      <InsetText>
        Use what you read here to evaluate this bid and for nothing else. That you read it is recorded.
      </InsetText>
      {view.requirementState !== 'none' && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.requirements(view.bid.reference)}>
            Essential requirements
          </a>
          {view.requirementState === 'agreed'
            ? ': two of the panel have agreed that they are met.'
            : ': two of the panel agree whether they are met before this bid is scored.'}
        </p>
      )}
      {view.may.giveBack && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.refuseAssessment(view.bid.reference)}>
            Give this bid back
          </a>
        </p>
      )}
      <BidReading
        quality={view.quality}
        criteria={view.criteria}
        requirements={view.requirements}
        answers={!view.may.score}
      />
      <Scale />
      {view.may.score && <ScoringForm view={view} reply={reply} />}
      {view.asked.length > 0 && (
        <InsetText>
          The moderator asks you to say more about{' '}
          {view.asked.map(({ position, name }, i) => (
            <span key={position}>
              {i > 0 && ', '}
              <a className="govuk-link" href={paths.explainScore(view.bid.reference, position)}>
                your score on “{name}”
              </a>
            </span>
          ))}
          .
        </InsetText>
      )}
      {view.submitted && <OwnScores criteria={view.criteria} />}
      {view.stage === 'declaring' && (
        <p className="govuk-body">Scoring starts when everybody on the panel has declared.</p>
      )}
    </EvaluationPage>
  );
}
