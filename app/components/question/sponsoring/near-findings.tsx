import { paths } from '~/paths';
import { Button } from '~/ui/forms/button';

interface NearFinding {
  reference: string;
  title: string;
  year: number | null;
  keyMessages: string;
}

/** Findings that may answer a draft before it is asked. */
export function NearFindings({ draft, findings }: { draft: string; findings: NearFinding[] }) {
  if (findings.length === 0) return null;
  return (
    <section>
      <h2 className="govuk-heading-m">Findings that may answer it</h2>
      {findings.map(({ reference, title, year, keyMessages }) => (
        <article key={reference} className="mb-6 border-0 border-b border-solid border-rule">
          <h3 className="govuk-heading-s govuk-!-margin-bottom-1">
            <a className="govuk-link" href={paths.finding(reference)}>
              {title}
            </a>
            {year ? ` (${year})` : ''}
          </h3>
          {keyMessages && <p className="govuk-body">{keyMessages}</p>}
          <Button variant="secondary" href={paths.reuseFinding(draft, reference)}>
            This answers it
            <span className="govuk-visually-hidden">: {title}</span>
          </Button>
        </article>
      ))}
    </section>
  );
}
