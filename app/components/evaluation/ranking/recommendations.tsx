import { OUTCOME_NAMES } from '~/domain/evaluation/recommendation/recommendation';
import { showInstant } from '~/domain/uk-time';
import { Timeline } from '~/ui/report/timeline';
import { Lines } from '~/components/lines';

export interface ShownRecommendation {
  id: string;
  outcome: 'awarded' | 'noneSuitable' | 'cancelled';
  text: string;
  tieReason: string;
  unawarded?: { lot: number; reason: string }[];
  bids: string[];
  madeBy: string;
  madeAt: Date;
  approvedAt: Date | null;
  approvedBy: string | null;
  returnedAt: Date | null;
  returnedReason: string | null;
}

interface Props {
  recommendations: ShownRecommendation[];
  rows: { reference: string; bidder: string }[];
}

const bidders = (bids: string[], rows: Props['rows']) =>
  bids.map((bid) => rows.find(({ reference }) => reference === bid)?.bidder ?? bid).join('; ');

/** No bid is named where all that were chosen are closed to the reader. */
const titleOf = ({ outcome, bids }: ShownRecommendation, rows: Props['rows']): string =>
  outcome === 'awarded' && bids.length > 0 ? `Award: ${bidders(bids, rows)}` : OUTCOME_NAMES[outcome];

function standing({ approvedAt, approvedBy, returnedAt, returnedReason }: ShownRecommendation): string {
  if (approvedAt)
    return `Approved on ${showInstant(approvedAt)} by ${approvedBy ?? 'the senior responsible owner'}.`;
  if (returnedAt) return `Returned on ${showInstant(returnedAt)}: ${returnedReason ?? ''}`;
  return 'Waits for the decision of the senior responsible owner.';
}

/** What was recommended and what became of it, the newest first. */
export const Recommendations = ({ recommendations, rows }: Props) =>
  recommendations.length === 0 ? null : (
    <>
      <h2 className="govuk-heading-m">Recommendation</h2>
      <Timeline
        events={recommendations.map((one) => ({
          title: titleOf(one, rows),
          when: showInstant(one.madeAt),
          dateTime: new Date(one.madeAt).toISOString(),
          by: one.madeBy,
          children: (
            <>
              <Lines text={one.text} />
              {one.tieReason !== '' && <Lines text={`Between bids exactly level: ${one.tieReason}`} />}
              {one.unawarded?.map(({ lot, reason }) => (
                <Lines key={lot} text={`Lot ${lot} is not awarded: ${reason}`} />
              ))}
              <p className="govuk-body">{standing(one)}</p>
            </>
          ),
        }))}
      />
    </>
  );
