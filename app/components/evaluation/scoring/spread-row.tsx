import { paths } from '~/paths';
import { Tag } from '~/ui/content/tag';

export interface ShownSpread {
  bid: { reference: string; bidder: string };
  criterion: { position: number; name: string };
  scores: { personId: string; name: string; value: number }[];
  spread: { range: number; mean: number | null; outliers: { personId: string; from: number }[] };
  queries: { personId: string; note: string; answer: string | null }[];
}

/** One criterion of one bid: who gave what, who stands alone, and what was asked and said. */
export const SpreadItem = ({ row, asks }: { row: ShownSpread; asks: boolean }) => {
  const alone = new Set(row.spread.outliers.map(({ personId }) => personId));
  return (
    <section className="govuk-!-margin-bottom-6">
      <h3 className="govuk-heading-s govuk-!-margin-bottom-1">
        {row.criterion.name}: {row.bid.bidder}
      </h3>
      <p className="govuk-body-s govuk-!-margin-bottom-2">
        {row.spread.range} apart{row.spread.mean === null ? '' : `, mean ${row.spread.mean.toFixed(2)}`}
      </p>
      <ul className="govuk-list govuk-list--bullet">
        {row.scores.map(({ personId, name, value }) => {
          const asked = row.queries.find((query) => query.personId === personId);
          return (
            <li key={personId}>
              {name}: {value} {alone.has(personId) && <Tag colour="orange">Stands alone</Tag>}
              {asked && (
                <span className="block text-quiet whitespace-pre-line">
                  Asked: {asked.note}
                  {'\n'}
                  {asked.answer === null ? 'Not answered yet' : `Answered: ${asked.answer}`}
                </span>
              )}
            </li>
          );
        })}
      </ul>
      <p className="govuk-body">
        {asks && (
          <>
            <a className="govuk-link" href={paths.askAboutScore(row.bid.reference, row.criterion.position)}>
              Ask about a score
              <span className="govuk-visually-hidden">
                {' '}
                on {row.criterion.name} of {row.bid.bidder}
              </span>
            </a>{' '}
          </>
        )}
        <a className="govuk-link" href={paths.consensus(row.bid.reference)}>
          Consensus<span className="govuk-visually-hidden"> on {row.bid.bidder}</span>
        </a>
      </p>
    </section>
  );
};
