import { confidenceWords } from '~/components/finding/finding-state';
import { SCHEMES } from '~/domain/knowledge/appraisal/scheme';
import { STUDY_TYPES } from '~/domain/knowledge/finding';
import { DIRECTION_WORDS } from '~/domain/knowledge/interventions/direction';
import { gradeOf } from '~/domain/knowledge/interventions/evidence';
import type { EvidenceRow } from '~/domain/knowledge/interventions/evidence-on.server';
import { showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';

export interface Reader {
  seePeople: boolean;
  record: boolean;
}

function Appraised({ appraisal }: Pick<EvidenceRow, 'appraisal'>) {
  if (!appraisal) return <>Not yet appraised</>;
  const grade = gradeOf(appraisal);
  return (
    <>
      {confidenceWords(appraisal.confidence)}. {SCHEMES[appraisal.scheme].title}
      {grade && `, ${grade.charAt(0).toLowerCase()}${grade.slice(1)}`}
    </>
  );
}

function Said({ row, about, may }: { row: EvidenceRow; about: string; may: Reader }) {
  return (
    <>
      <strong>{DIRECTION_WORDS[row.direction].says}.</strong> {row.note}
      {may.seePeople && (
        <div className="govuk-hint mb-0">
          Read so by {row.recordedBy}, {showDay(row.recordedAt)}
          {may.record && (
            <>
              {'. '}
              <a className="govuk-link" href={paths.recordDirection(row.reference, about)}>
                Change<span className="govuk-visually-hidden"> what {row.title} says</span>
              </a>
            </>
          )}
        </div>
      )}
    </>
  );
}

function Named({ row }: { row: EvidenceRow }) {
  const [first, ...others] = row.authors;
  return (
    <>
      <a className="govuk-link" href={paths.finding(row.reference)}>
        {row.title}
      </a>
      <div className="govuk-hint mb-0">
        {[
          first && (others.length > 0 ? `${first} and others` : first),
          row.year,
          row.invented && 'invented for demonstration',
        ]
          .filter(Boolean)
          .join(', ')}
      </div>
      {row.plans.map(({ reference, title }) => (
        <div key={reference}>
          Protocol of{' '}
          <a className="govuk-link" href={paths.finding(reference)}>
            {title}
          </a>
        </div>
      ))}
    </>
  );
}

interface Props {
  title: string;
  rows: EvidenceRow[];
  /** The reference of what they are about. */
  about: string;
  may: Reader;
  empty?: string;
}

/** The findings on one side, with kind of study, what was agreed of each, and which way it points. */
export function EvidenceSide({ title, rows, about, may, empty }: Props) {
  if (rows.length === 0 && !empty) return null;
  return (
    <section aria-label={title}>
      <h2 className="govuk-heading-m">
        {title} ({rows.length})
      </h2>
      {rows.length === 0 ? (
        <p className="govuk-body">{empty}</p>
      ) : (
        <ScrollingTable
          name={title}
          head={['Finding', 'Kind of study', 'How sound it is', 'What it says']}
          rows={rows.map((row) => [
            <Named key="named" row={row} />,
            STUDY_TYPES[row.studyType],
            <Appraised key="appraised" appraisal={row.appraisal} />,
            <Said key="said" {...{ row, about, may }} />,
          ])}
        />
      )}
    </section>
  );
}
