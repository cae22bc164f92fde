import { Lines } from '~/components/lines';
import type { AppraisalView } from '~/domain/knowledge/queries/appraisal-page.server';
import { answerLabel, itemsOf, type SchemeName } from '~/domain/knowledge/appraisal/scheme';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { confidenceWords } from '../finding-state';

interface Props {
  scheme: SchemeName;
  judgements: AppraisalView['judgements'];
  /** Keys of the items that were answered differently. */
  differences: string[];
}

/** Both judgements side by side, where they differ said in words. */
export function Comparison({ scheme, judgements, differences }: Props) {
  const columns = judgements.map(({ judgement }) => judgement);
  const confidence = columns.map((judgement) => confidenceWords(judgement?.confidence ?? null));
  const differs = (is: boolean) => (is ? <strong> (they differ)</strong> : null);
  return (
    <ScrollingTable
      name="Both judgements"
      caption="Both judgements"
      captionSize="m"
      firstCellIsHeader
      head={['', ...judgements.map(({ name }) => name)]}
      rows={[
        [<>Taken together{differs(confidence[0] !== confidence[1])}</>, ...confidence],
        ...itemsOf(scheme).map((item) => [
          <>
            {item.question}
            {differs(differences.includes(item.key))}
          </>,
          ...columns.map((judgement) => answerLabel(item, judgement?.answers[item.key])),
        ]),
        ['Why', ...columns.map((judgement, at) => <Lines key={at} text={judgement?.rationale ?? ''} />)],
      ]}
    />
  );
}
