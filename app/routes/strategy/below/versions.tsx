import { showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { Timeline } from '~/ui/report/timeline';

interface Props {
  versions: { number: number; changeNote: string; recordedAt: Date }[];
  noun: string;
  reference: string;
}

/** How a record came to say what it says, the latest first. */
export function Versions({ versions, noun, reference }: Props) {
  return (
    <>
      <h2 className="govuk-heading-m">Versions</h2>
      <Timeline
        events={versions.map(({ number, changeNote, recordedAt }) => ({
          title: `Version ${number}: ${changeNote}`,
          when: showInstant(recordedAt),
          dateTime: new Date(recordedAt).toISOString(),
        }))}
      />
      <p className="govuk-body">
        <a className="govuk-link" href={paths.history(noun, reference)}>
          Full history of this record
        </a>
      </p>
    </>
  );
}
