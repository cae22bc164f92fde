import {
  BIBLIOGRAPHY_FORMATS,
  bibliographyFormats,
} from '~/domain/knowledge/citations/exchange/bibliography-formats';
import { shortcomings } from '~/domain/knowledge/citations/exchange/fields-held';
import { paths } from '~/paths';

/** The filters of an address without the place in the list: a file holds all that fits. */
function withoutPlace(search: string): string {
  const params = new URLSearchParams(search);
  params.delete('after');
  return params.size > 0 ? `?${params.toString()}` : '';
}

/** The list as it is filtered, as a file of each format. */
export function TakeListWithYou({ search }: { search: string }) {
  return (
    <section aria-labelledby="take-list">
      <h2 id="take-list" className="govuk-heading-m">
        Take this list with you
      </h2>
      <ul className="govuk-list">
        {bibliographyFormats.map((format) => (
          <li key={format}>
            <a className="govuk-link" href={`${paths.findingExport(format)}${withoutPlace(search)}`} download>
              {BIBLIOGRAPHY_FORMATS[format].words}
            </a>
          </li>
        ))}
        <li>
          <a className="govuk-link" href={paths.findingsFeed()}>
            Feed of all released findings
          </a>{' '}
          (Atom)
        </li>
      </ul>
      <p className="govuk-hint">
        Each file holds everything that fits these filters and that you may read. {shortcomings().join(' ')}
      </p>
    </section>
  );
}
