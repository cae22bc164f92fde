import { showDate, showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { SummaryList } from '~/ui/content/summary-list';

export interface ImpactView {
  decidedOn: Date;
  effect: string;
  evidence: string;
  evidenceAddress: string | null;
  recordedAt: Date;
  recordedBy: string | null;
  organisation: { name: string; reference: string };
  priority: { reference: string; name: string } | null;
  finding: { reference: string; title: string; number: number };
  may: { openOrganisation: boolean };
}

/** What a record says, one fact a row. */
export function ImpactFacts({ record }: { record: ImpactView }) {
  const { finding, organisation, priority, evidenceAddress, may } = record;
  const findingLink = (
    <a className="govuk-link" href={paths.findingVersion(finding.reference, finding.number)}>
      {finding.title}
    </a>
  );
  return (
    <SummaryList
      rows={[
        {
          key: 'Finding',
          value: (
            <>
              {findingLink} (version {finding.number})
            </>
          ),
        },
        {
          key: 'Decided by',
          value: may.openOrganisation ? (
            <a className="govuk-link" href={paths.organisation(organisation.reference)}>
              {organisation.name}
            </a>
          ) : (
            organisation.name
          ),
        },
        { key: 'Decided on', value: showDate(record.decidedOn) },
        { key: 'What the finding changed', value: record.effect },
        { key: 'What shows it', value: record.evidence },
        evidenceAddress !== null && {
          key: 'Where that is',
          value: (
            <a className="govuk-link" href={evidenceAddress} rel="nofollow noreferrer">
              {evidenceAddress}
            </a>
          ),
        },
        priority && {
          key: 'Priority',
          value: (
            <a className="govuk-link" href={paths.priority(priority.reference)}>
              {priority.name}
            </a>
          ),
        },
        {
          key: 'Recorded',
          value: record.recordedBy
            ? `${showDay(record.recordedAt)} by ${record.recordedBy}`
            : showDay(record.recordedAt),
        },
      ]}
    />
  );
}
