import type { Problem } from '~/domain/matching/language/tokens';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';

/** What could not be read as it was meant, above what was found all the same. */
export function Problems({ problems }: { problems: Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <InsetText>
      <p className="govuk-body">Not everything could be read. What could not was searched as words:</p>
      <ul className="govuk-list govuk-list--bullet">
        {problems.map(({ text, at, meant }, index) => (
          <li key={index}>
            {text} (character {at + 1})
            {meant !== undefined && (
              <>
                {'. '}
                <a className="govuk-link" href={paths.search(meant)}>
                  Search for {meant}
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </InsetText>
  );
}
