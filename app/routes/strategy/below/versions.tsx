import { showInstant } from '~/domain/uk-time';
import { Timeline } from '~/ui/report/timeline';

interface Props {
  versions: { number: number; changeNote: string; recordedAt: Date }[];
  /** Its whole history, for whoever may read that. */
  history: string | null;
}

/** How a record came to say what it says, the latest first. */
export function Versions({ versions, history }: Props) {
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
      {history && (
        <p className="govuk-body">
          <a className="govuk-link" href={history}>
            Full history of this record
          </a>
        </p>
      )}
    </>
  );
}
