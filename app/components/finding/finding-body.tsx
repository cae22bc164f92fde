import { confidenceWords, findingTag } from './finding-state';
import { isContested } from '~/domain/knowledge/links/finding-link';
import type { FindingView } from '~/domain/knowledge/queries/finding-page.server';
import { showReference } from '~/domain/reference';
import { paths } from '~/paths';
import { InsetText } from '~/ui/content/inset-text';
import { MetaLine } from '~/ui/report/meta-line';
import { Citation } from './citation';
import { FindingStanding } from './finding-standing';
import { FindingText } from './finding-text';

interface Props {
  finding: FindingView;
  html: { keyMessages: string; summary: string; methods: string; limits: string };
}

function Notes({ finding }: { finding: FindingView }) {
  const { version, bibliographic, verified, invented, state } = finding;
  return (
    <>
      {state === 'returned' && <InsetText>Returned for changes: {version.returnedReason}</InsetText>}
      {state === 'declined' && <InsetText>Declined: {version.declinedReason}</InsetText>}
      {bibliographic && (
        <InsetText>
          This record holds only the reference of the work. Its {version.notStated.join(', ')} are not stated,
          and are needed before it is appraised or used in a decision.
        </InsetText>
      )}
      {!verified && (
        <InsetText>Unverified: nobody has checked this reference against its source yet.</InsetText>
      )}
      {invented && <InsetText>Invented for the demonstration: no such research exists.</InsetText>}
    </>
  );
}

function Cases({ finding }: { finding: FindingView }) {
  if (finding.cases.length === 0) return null;
  return (
    <section aria-labelledby="cases">
      <h2 className="govuk-heading-m" id="cases">
        The author’s own case
      </h2>
      <p className="govuk-body">
        What its author says it matters to. This is not a rating and is never counted as one.
      </p>
      <dl className="govuk-summary-list">
        {finding.cases.map(({ reference, name, text }) => (
          <div className="govuk-summary-list__row" key={reference}>
            <dt className="govuk-summary-list__key">
              <a className="govuk-link" href={paths.priority(reference)}>
                {name}
              </a>
            </dt>
            <dd className="govuk-summary-list__value">{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** What a finding says and how far it can be trusted. */
export function FindingBody({ finding, html }: Props) {
  const { version, reference, marking, confidence, retractedAt } = finding;
  return (
    <>
      <MetaLine state={findingTag(finding.state)}>
        {confidenceWords(confidence)}
        {isContested(finding.links) && (
          <a className="govuk-link" href="#beside">
            Contested
          </a>
        )}
        {showReference(reference)}
        {marking.replace('_', '-')}
      </MetaLine>
      <h1 className="govuk-heading-xl">{version.title}</h1>
      <FindingStanding finding={finding} />
      <p className="govuk-body">
        <Citation reference={version.reference} address={finding.address} />
      </p>
      <Notes finding={finding} />
      {!retractedAt && <FindingText version={version} html={html} />}
      <Cases finding={finding} />
    </>
  );
}
