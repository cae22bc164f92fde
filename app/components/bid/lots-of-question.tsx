import { lotName, showLotMoney, type LotDraft } from '~/domain/questions/lots/lot';
import { paths } from '~/paths';
import { SummaryList } from '~/ui/content/summary-list';
import { Lines } from '../lines';

interface Props {
  lots: (LotDraft & { own: string | null })[];
  /** How many of them one bidder may go for; null for all. */
  limits: string | null;
}

/** The lots of a question, with the reader’s own bids for them. */
export const LotsOfQuestion = ({ lots, limits }: Props) =>
  lots.length === 0 ? null : (
    <>
      <h2 className="govuk-heading-m">The lots</h2>
      <SummaryList
        rows={lots.map((lot) => ({
          key: lotName(lot),
          value: (
            <>
              <Lines text={lot.covers} />
              <p className="govuk-body-s">{showLotMoney(lot)}</p>
              {lot.own && (
                <p className="govuk-body">
                  <a className="govuk-link" href={paths.bid(lot.own)}>
                    Your bid for lot {lot.number}
                  </a>
                </p>
              )}
            </>
          ),
        }))}
      />
      {limits && <p className="govuk-body">{limits}</p>}
    </>
  );
