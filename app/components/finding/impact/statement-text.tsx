import type { StatementContent } from '~/domain/ratings/impact/statement-content';
import { showReference } from '~/domain/reference';
import { showDate, showInstant } from '~/domain/uk-time';

interface Props {
  content: StatementContent;
  /** Told beside the statement, not within it: an erasure must leave the statement whole. */
  recordedBy: string | null;
  invented: boolean;
}

/** The statement as a page to print and sign off. */
export function StatementText({ content, recordedBy, invented }: Props) {
  const {
    organisation,
    decision,
    decidedOn,
    effect,
    evidence,
    findingTitle,
    authors,
    finding,
    findingVersion,
  } = content;
  const by = authors.length > 0 ? ` by ${authors.join(', ')}` : '';
  return (
    <article className="statement">
      <p className="govuk-body-l">
        {organisation} states that the research finding “{findingTitle}”{by} informed a decision.
      </p>
      <dl className="govuk-summary-list">
        {[
          ['The decision', decision],
          ['Taken on', showDate(decidedOn)],
          ['What the finding changed', effect],
          ['What shows it', evidence],
          ['The finding', `${showReference(finding)}, version ${findingVersion}`],
          ['Issued', showInstant(content.issuedAt)],
          ...(recordedBy ? [['Recorded by', recordedBy]] : []),
        ].map(([name, value]) => (
          <div className="govuk-summary-list__row" key={name}>
            <dt className="govuk-summary-list__key">{name}</dt>
            <dd className="govuk-summary-list__value">{value}</dd>
          </div>
        ))}
      </dl>
      {invented && <p className="govuk-body">Invented for the demonstration: no such decision was taken.</p>}
    </article>
  );
}
