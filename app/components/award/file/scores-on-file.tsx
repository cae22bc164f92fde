import { ScrollingTable } from '~/ui/content/scrolling-table';

interface Props {
  scores: {
    reference: string;
    bidder: string;
    excludedReason: string | null;
    criteria: {
      name: string;
      weight: number;
      agreed: string | null;
      consensus: { value: number; rationale: string } | null;
      scores: { name: string; value: number | null; reason: string }[];
    }[];
  }[];
}

/** Every independent score with its reason, and the consensus beside it. */
export const ScoresOnFile = ({ scores }: Props) => (
  <>
    <h2 className="govuk-heading-m">Scores</h2>
    {scores.map(({ reference, bidder, excludedReason, criteria }) => (
      <section key={reference}>
        <h3 className="govuk-heading-s">{bidder}</h3>
        {excludedReason ? (
          <p className="govuk-body">Excluded: {excludedReason}</p>
        ) : (
          <ScrollingTable
            name={`Scores of ${bidder}`}
            head={['Criterion', 'Independent scores', 'Consensus', 'Counts as']}
            rows={criteria.map((one) => [
              `${one.name} (${one.weight})`,
              <ul key="scores" className="govuk-list govuk-!-margin-bottom-0">
                {one.scores.map((score) => (
                  <li key={score.name}>
                    {score.name}: {score.value}. {score.reason}
                  </li>
                ))}
              </ul>,
              one.consensus ? `${one.consensus.value}. ${one.consensus.rationale}` : 'None: the mean stands',
              one.agreed ?? 'None',
            ])}
          />
        )}
      </section>
    ))}
  </>
);
