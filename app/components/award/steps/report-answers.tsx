import { SummaryList } from '~/ui/content/summary-list';
import { EmptyState } from '~/ui/report/empty-state';
import { Lines } from '~/components/lines';

interface Props {
  items: {
    code: string;
    text: string;
    options: { score: number; label: string }[];
    score: number | null;
    comment: string;
  }[];
  score: string | null;
  /** Whether the reader may see it yet. */
  shows: boolean;
}

/** A report as it was submitted. */
export function ReportAnswers({ items, score, shows }: Props) {
  if (!shows || items.every((item) => item.score === null))
    return (
      <EmptyState title="Nothing was submitted yet">
        Until it is submitted, a report is with the people who write it.
      </EmptyState>
    );
  return (
    <>
      {score && <p className="govuk-body">Mean score: {score} of 5</p>}
      {items.map(({ code, text, options, score: given, comment }) => (
        <SummaryList
          key={code}
          card={{ title: text }}
          rows={[
            {
              key: 'Score',
              value:
                given === null
                  ? 'None'
                  : `${given}. ${options.find((one) => one.score === given)?.label ?? ''}`,
            },
            { key: 'Why', value: <Lines text={comment} /> },
          ]}
        />
      ))}
    </>
  );
}
