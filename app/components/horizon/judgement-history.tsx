import type { ShownJudgement } from '~/domain/elicitation/queries/signal-page.server';
import { CONFIDENCE_NAMES, movement, showLikelihood } from '~/domain/elicitation/horizon/yardstick';
import { showDay } from '~/domain/uk-time';
import { ScrollingTable } from '~/ui/content/scrolling-table';

/** Every judgement, the newest first, and how likelihood moved. */
export function JudgementHistory({ judgements }: { judgements: ShownJudgement[] }) {
  if (judgements.length === 0) return <p className="govuk-body">Nobody has judged yet how likely it is.</p>;
  return (
    <ScrollingTable
      name="How likely it was judged to be"
      head={['When', 'How likely', 'Since the one before', 'Confidence', 'Why', 'By']}
      rows={judgements.map(({ number, likelihood, confidence, reason, by, at }, index) => [
        showDay(at),
        showLikelihood(likelihood),
        movement(judgements[index + 1]?.likelihood ?? null, likelihood),
        CONFIDENCE_NAMES[confidence],
        <span key={number} className="whitespace-pre-line">
          {reason}
        </span>,
        by,
      ])}
    />
  );
}
