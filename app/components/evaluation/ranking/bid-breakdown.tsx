import { Details } from '~/ui/content/details';
import { SummaryList } from '~/ui/content/summary-list';

interface Props {
  bidder: string;
  criteria: {
    name: string;
    weight: number;
    minimum: number | null;
    score: string | null;
    rationale: string | null;
  }[];
}

/** What the quality of one bid is made of. */
export const BidBreakdown = ({ bidder, criteria }: Props) => (
  <Details summary={`How ${bidder} was scored`}>
    <SummaryList
      rows={criteria.map(({ name, weight, minimum, score, rationale }) => ({
        key: name,
        value: (
          <>
            <p className="govuk-body govuk-!-margin-bottom-1">
              {score ?? 'No score'} of 5, weight {weight}
              {minimum === null ? '' : `, at least ${minimum} needed`}
            </p>
            <p className="govuk-body-s whitespace-pre-line">
              {rationale ?? 'The mean of the independent scores, without a consensus.'}
            </p>
          </>
        ),
      }))}
    />
  </Details>
);
