import type { Answer } from '~/domain/questions/tasks/task';
import { SummaryList } from '~/ui/content/summary-list';
import { Lines } from '../../lines';

interface Props {
  title: string;
  answers: Answer[];
  /** Where the answers are changed, for those who may. */
  changeHref?: string | undefined;
}

/** The answers of one task, each as it will be read. */
export function AnswerList({ title, answers, changeHref }: Props) {
  return (
    <section>
      <h2 className="govuk-heading-m">{title}</h2>
      <SummaryList
        rows={answers.map(({ label, value }) => ({
          key: label,
          value: value ? <Lines text={value} /> : <span className="text-quiet">Not answered</span>,
          ...(changeHref ? { actions: [{ href: changeHref, text: 'Change', about: label }] } : {}),
        }))}
      />
    </section>
  );
}
