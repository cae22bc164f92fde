import { paths } from '~/paths';

interface Work {
  title: string;
  year: number | null;
  venue: string;
  finding: string | null;
}

/** The works that a person says are theirs, with the findings that report them. */
export function WorkList({ works }: { works: Work[] }) {
  if (works.length === 0) return null;
  return (
    <section aria-labelledby="works">
      <h2 className="govuk-heading-m" id="works">
        Works
      </h2>
      <ul className="govuk-list govuk-list--spaced">
        {works.map(({ title, year, venue, finding }) => (
          <li key={`${title} ${year}`}>
            {finding ? (
              <a className="govuk-link" href={paths.finding(finding)}>
                {title}
              </a>
            ) : (
              title
            )}
            {(venue || year) && `, ${[venue, year].filter(Boolean).join(', ')}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
