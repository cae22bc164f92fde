import type { SubmissionResult } from '@conform-to/react';
import type { Answer } from '~/domain/questions/tasks/task';
import { SummaryList } from '~/ui/content/summary-list';
import { Lines } from '../../lines';

interface Props {
  reply: { result: SubmissionResult } | undefined;
  answers: Answer[];
}

/** After a save that came too late: what somebody else saved, above the form that still holds one's own version. */
export function SavedMeanwhile({ reply, answers }: Props) {
  if (!reply?.result.error?.['']) return null;
  return (
    <section aria-labelledby="saved-meanwhile">
      <h2 className="govuk-heading-m" id="saved-meanwhile">
        What is saved now
      </h2>
      <SummaryList
        rows={answers.map(({ label, value }) => ({
          key: label,
          value: value ? <Lines text={value} /> : 'Not answered',
        }))}
      />
      <h2 className="govuk-heading-m">Your version</h2>
    </section>
  );
}
