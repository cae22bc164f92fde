import { lotName, showLotMoney, type Lot } from '~/domain/questions/lots/lot';
import { RankingTable, type RankingTableProps } from './ranking-table';

interface Props {
  view: Omit<RankingTableProps, 'rows' | 'name'> & {
    lotLimits: string | null;
    parts: { lot: Lot | null; rows: RankingTableProps['rows'] }[];
  };
}

/** The ranking, lot by lot where the question is divided. */
export function RankedParts({ view }: Props) {
  const { parts, lotLimits, priceScored, formula, weights } = view;
  const rules = { priceScored, weights, ...(formula ? { formula } : {}) };
  return (
    <>
      {lotLimits && <p className="govuk-body">{lotLimits}</p>}
      {parts.map(({ lot, rows }) =>
        lot ? (
          <section key={lot.number}>
            <h2 className="govuk-heading-m">{lotName(lot)}</h2>
            <p className="govuk-body">{showLotMoney(lot)}</p>
            {rows.length === 0 ? (
              <p className="govuk-body">No bid for this lot is ranked.</p>
            ) : (
              <RankingTable {...rules} rows={rows} name={`Ranking of lot ${lot.number}`} />
            )}
          </section>
        ) : (
          <RankingTable key="all" {...rules} rows={rows} />
        ),
      )}
    </>
  );
}
