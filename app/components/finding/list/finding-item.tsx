import type { FindingListItem } from '~/domain/knowledge/queries/finding-list.server';
import { STUDY_TYPES } from '~/domain/knowledge/finding';
import { paths } from '~/paths';
import { MetaLine } from '~/ui/report/meta-line';
import { confidenceWords } from '../finding-state';

const namesOf = (names: string[]): string =>
  names.length === 0
    ? 'Authors not stated'
    : names.length > 3
      ? `${names[0] ?? ''} and others`
      : names.join(', ');

/** One finding in a list: what it is, who wrote it, how sound it is, what it is about. */
export function FindingItem({ finding }: { finding: FindingListItem }) {
  const { reference, title, authors, year, venue, studyType, confidence, threatAreas } = finding;
  return (
    <li className="govuk-!-margin-bottom-6">
      <h2 className="govuk-heading-s govuk-!-margin-bottom-1">
        <a className="govuk-link" href={paths.finding(reference)}>
          {title}
        </a>
      </h2>
      <p className="govuk-body-s govuk-!-margin-bottom-1">
        {namesOf(authors)}, {year ?? 'no date'}
        {venue && `, ${venue}`}
      </p>
      <MetaLine>
        {confidenceWords(confidence)}
        {finding.bibliographic ? 'Reference only' : STUDY_TYPES[studyType]}
        {finding.fromQuestion ? 'Answers a question' : ''}
        {finding.released ? 'Public' : ''}
        {finding.invented ? 'Invented for the demonstration' : ''}
        {threatAreas.join(', ')}
      </MetaLine>
    </li>
  );
}
