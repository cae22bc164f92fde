import { paths } from '~/paths';

interface Props {
  questions: { reference: string; title: string; state: string }[];
  findings: { reference: string; title: string; year: number | null }[];
}

/** What exists already and is near: to be read before asking again. */
export function Nearest({ questions, findings }: Props) {
  return (
    <>
      {questions.length > 0 && <h3 className="govuk-heading-s">Questions like yours</h3>}
      <ul className="govuk-list govuk-list--bullet">
        {questions.map(({ reference, title, state }) => (
          <li key={reference}>
            <a className="govuk-link" href={paths.question(reference)}>
              {title}
            </a>{' '}
            ({state})
          </li>
        ))}
      </ul>
      {findings.length > 0 && <h3 className="govuk-heading-s">Findings that may answer it</h3>}
      <ul className="govuk-list govuk-list--bullet">
        {findings.map(({ reference, title, year }) => (
          <li key={reference}>
            <a className="govuk-link" href={paths.finding(reference)}>
              {title}
            </a>
            {year ? ` (${year})` : ''}
          </li>
        ))}
      </ul>
    </>
  );
}
