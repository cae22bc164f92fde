import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { EvaluationPage } from '~/components/evaluation/evaluation-page';
import { Lines } from '~/components/lines';
import { ReasonForm } from '~/components/reason-form';
import { explainScore } from '~/domain/evaluation/commands/explain-score.server';
import { scoreQuestionPage } from '~/domain/evaluation/queries/score-question-page.server';
import { ask } from '~/domain/query.server';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { act } from '~/web/act.server';
import { pageTitle } from '~/web/page-title';
import { seen } from '~/web/seen.server';
import { personWhoAsks } from '~/web/who.server';
import { chainOfEvaluation } from '../chain-of-evaluation.server';

const about = ({ params }: Pick<LoaderFunctionArgs, 'params'>) => ({
  reference: params['reference'] ?? '',
  position: params['position'] ?? '',
});

export async function loader(args: LoaderFunctionArgs) {
  const actor = await personWhoAsks(args);
  const view = seen(await ask(scoreQuestionPage, actor, about(args)));
  return { view, chain: await chainOfEvaluation(actor, view.reference) };
}

export const action = (args: ActionFunctionArgs) =>
  act(args, explainScore, {
    fixed: about(args),
    done: ({ reference }) => paths.scores(reference),
    says: 'Your answer is with the moderator',
  });

export const meta = () => pageTitle('Explain a score');

export default function ExplainScore() {
  const { view, chain } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <EvaluationPage chain={chain} question={view} here="Explain a score">
      <span className="govuk-caption-l">{view.bidder}</span>
      <h1 className="govuk-heading-l">Explain your score on “{view.criterion}”</h1>
      <p className="govuk-body">
        You gave {view.value ?? 'no score'}. It stays as it is; the moderator asks so that the meeting
        understands it.
      </p>
      <InsetText>
        <Lines text={view.note} />
      </InsetText>
      {view.answer === null ? (
        <ReasonForm
          reply={reply}
          name="answer"
          label="Your answer"
          button="Send the answer"
          backHref={paths.scores(view.bid)}
        />
      ) : (
        <Lines text={`You answered: ${view.answer}`} />
      )}
    </EvaluationPage>
  );
}
