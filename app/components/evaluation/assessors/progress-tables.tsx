import { paths } from '~/paths';
import { ASSESSMENT_STATES, type AssessmentState } from '~/domain/evaluation/assessors/assessment-state';
import { showDay } from '~/domain/uk-time';
import { ScrollingTable } from '~/ui/content/scrolling-table';

interface Props {
  view: {
    assessments:
      { bid: string; bidder: string; name: string; person: string; state: AssessmentState }[] | null;
    people: {
      name: string;
      submitted: number;
      started: number;
      assigned: number;
      refused: number;
      remindedAt: string | Date | null;
      rated: number;
      helpfulness: string | null;
    }[];
  };
}

/** By assessor for all who may come here; every assessment for the moderator alone. */
export const ProgressTables = ({ view: { assessments, people } }: Props) => (
  <>
    {people.length === 0 && <p className="govuk-body">No bid is assigned yet.</p>}
    {people.length > 0 && (
      <ScrollingTable
        name="Assessors"
        caption="Assessors"
        captionSize="m"
        head={['Name', 'Submitted', 'To do', 'Refused', 'Reminded', 'Helpfulness (1 to 5)']}
        rows={people.map(
          ({ name, submitted, started, assigned, refused, remindedAt, rated, helpfulness }) => [
            name,
            submitted,
            started + assigned,
            refused,
            remindedAt ? showDay(remindedAt) : 'No',
            helpfulness === null ? 'Not rated' : `${helpfulness} of ${rated}`,
          ],
        )}
      />
    )}
    {assessments !== null && assessments.length > 0 && (
      <ScrollingTable
        name="Assessments"
        caption="Assessments"
        captionSize="m"
        head={['Bid', 'Assessor', 'State', 'Rate']}
        rows={assessments.map(({ bid, bidder, name, state }) => [
          bidder,
          name,
          ASSESSMENT_STATES[state],
          state === 'submitted' ? (
            <a key="rate" className="govuk-link" href={paths.assessmentsOfBid(bid)}>
              Rate
              <span className="govuk-visually-hidden">
                {' '}
                what {name} wrote on {bidder}
              </span>
            </a>
          ) : (
            ''
          ),
        ])}
      />
    )}
  </>
);
