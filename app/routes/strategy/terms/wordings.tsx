import { showDate, showInstant } from '~/domain/uk-time';
import { Timeline } from '~/ui/report/timeline';

interface Props {
  /** Its whole history, for whoever may read that. */
  history: string | null;
  versions: {
    number: number;
    name: string;
    definition: string;
    aliases: string[];
    changeNote: string;
    holdsFrom: Date;
    recordedAt: Date;
  }[];
}

/** Every wording the term had, the latest first. */
export function Wordings({ history, versions }: Props) {
  return (
    <>
      <h2 className="govuk-heading-m">Wordings</h2>
      <Timeline
        events={versions.map(({ number, name, definition, aliases, changeNote, holdsFrom, recordedAt }) => ({
          title: `Version ${number}: ${changeNote}`,
          when: showInstant(recordedAt),
          dateTime: new Date(recordedAt).toISOString(),
          children: (
            <>
              Holds from {showDate(holdsFrom)}: <strong>{name}</strong>. {definition}
              {aliases.length > 0 && ` Also called ${aliases.join(', ')}.`}
            </>
          ),
        }))}
      />
      {history && (
        <p className="govuk-body">
          <a className="govuk-link" href={history}>
            Full history of this term
          </a>
        </p>
      )}
    </>
  );
}
