import type { Suggestions } from '~/domain/matching/suggestions/suggestions.server';
import { paths } from '~/paths';

/** What was probably meant by words and terms that nothing holds, each as a link to the search for it. */
export function DidYouMean({ suggestions: { words, terms } }: { suggestions: Suggestions }) {
  return (
    <>
      {words.map(({ typed, instead, q }) => (
        <p key={typed} className="govuk-body">
          Nothing that you may see holds “{typed}”. Did you mean{' '}
          <a className="govuk-link" href={paths.search(q)}>
            {instead}
          </a>
          ?
        </p>
      ))}
      {terms.map(({ field, value, nearest }) => (
        <p key={`${field}:${value}`} className="govuk-body">
          “{field}:” knows no “{value}”.
          {nearest.length > 0 && ' The nearest: '}
          {nearest.map(({ instead, q }, place) => (
            <span key={instead}>
              {place > 0 && ', '}
              <a className="govuk-link" href={paths.search(q)}>
                {field}:{instead}
              </a>
            </span>
          ))}
        </p>
      ))}
    </>
  );
}
