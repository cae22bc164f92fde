import { Lines } from '~/components/lines';
import type { Judgement } from '~/domain/knowledge/appraisal/appraisal';
import { answerLabel, itemsOf, type SchemeName } from '~/domain/knowledge/appraisal/scheme';
import { SummaryList } from '~/ui/content/summary-list';
import { confidenceWords } from '../finding-state';

/** One judgement in full: each item with its answer, the confidence and the reasons. */
export function JudgementShown({ scheme, judgement }: { scheme: SchemeName; judgement: Judgement }) {
  return (
    <SummaryList
      rows={[
        { key: 'Taken together', value: <strong>{confidenceWords(judgement.confidence)}</strong> },
        { key: 'Why', value: <Lines text={judgement.rationale} /> },
        ...itemsOf(scheme).map((item) => ({
          key: item.question,
          value: answerLabel(item, judgement.answers[item.key]),
        })),
      ]}
    />
  );
}
