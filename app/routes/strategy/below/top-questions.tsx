import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';

interface Props {
  questions: readonly {
    reference: string;
    title: string;
    owner: string | null;
    decisionDate: Date | string | null;
    rationale: string;
  }[];
}

const LONGEST = 160;

const short = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()}…` : text);

/** The first questions with owner, date and rationale; what is missing is said. */
export function TopQuestions({ questions }: Props) {
  if (questions.length === 0)
    return <p className="govuk-body">No question that you may see waits for an answer.</p>;
  return (
    <ScrollingTable
      name="First questions"
      head={['Question', 'Owner', 'Decision by', 'Rationale']}
      rows={questions.map(({ reference, title, owner, decisionDate, rationale }) => [
        <a key={reference} className="govuk-link" href={paths.question(reference)}>
          {title}
        </a>,
        owner ?? 'Owner missing',
        decisionDate ? showDate(decisionDate) : 'Date missing',
        rationale.trim() === '' ? 'Rationale missing' : short(rationale),
      ])}
    />
  );
}
