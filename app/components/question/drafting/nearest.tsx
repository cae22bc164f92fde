import type { ReactNode } from 'react';
import { paths } from '~/paths';

interface Props {
  questions: { reference: string; title: string; state: string }[];
  findings: { reference: string; title: string; year: number | null }[];
}

/** What exists already and is near: to be read before asking again. */
export function Nearest({ questions, findings }: Props) {
  return (
    <>
      <Group title="Questions like yours">
        {questions.map(({ reference, title, state }) => (
          <li key={reference}>
            <a className="govuk-link" href={paths.question(reference)}>
              {title}
            </a>{' '}
            ({state})
          </li>
        ))}
      </Group>
      <Group title="Findings that may answer it">
        {findings.map(({ reference, title, year }) => (
          <li key={reference}>
            <a className="govuk-link" href={paths.finding(reference)}>
              {title}
            </a>
            {year ? ` (${year})` : ''}
          </li>
        ))}
      </Group>
    </>
  );
}

function Group({ title, children }: { title: string; children: ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <>
      <h3 className="govuk-heading-s">{title}</h3>
      <ul className="govuk-list govuk-list--bullet">{children}</ul>
    </>
  );
}
