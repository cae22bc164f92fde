import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { Tag } from '~/ui/content/tag';

interface Props {
  bid: {
    reference: string;
    bidder: string;
    complete: boolean;
    missing: string[];
    results:
      | {
          name: string;
          weight: number;
          minimum: number | null;
          values: number[];
          consensus: number | null;
          agreed: string | null;
          disagreement: boolean;
        }[]
      | null;
  };
  /** Whether the reader records the consensus. */
  records: boolean;
}

const number = (content: string) => ({ content, format: 'numeric' as const });

/** Where the scores of one bid stand, disagreement marked. */
export const ModeratedBid = ({ bid, records }: Props) => (
  <section className="govuk-!-margin-bottom-7">
    <h2 className="govuk-heading-m">{bid.bidder}</h2>
    {bid.missing.length > 0 && (
      <p className="govuk-body">Scores are awaited from {bid.missing.join(', ')}.</p>
    )}
    {bid.results ? (
      <ScrollingTable
        name={`Scores of ${bid.bidder}`}
        head={['Criterion', number('Weight'), 'Scores', number('Consensus'), number('Counts as')]}
        rows={bid.results.map((result) => [
          <>
            {result.name}
            {result.minimum !== null && <span className="govuk-body-s"> (at least {result.minimum})</span>}
          </>,
          number(String(result.weight)),
          <>
            {result.values.join(', ') || 'None'}{' '}
            {result.disagreement && <Tag colour="orange">Two or more apart</Tag>}
          </>,
          number(result.consensus === null ? 'None' : String(result.consensus)),
          number(result.agreed ?? 'None'),
        ])}
      />
    ) : (
      <p className="govuk-body">
        {records
          ? 'You see the scores once everybody’s are in.'
          : 'You see the scores of the others once your own are in.'}
      </p>
    )}
    {records && bid.complete && (
      <p className="govuk-body">
        <a className="govuk-link" href={paths.consensus(bid.reference)}>
          Record the consensus<span className="govuk-visually-hidden"> on {bid.bidder}</span>
        </a>
      </p>
    )}
  </section>
);
