import { lotName, showLotMoney, type LotDraft } from '~/domain/questions/lots/lot';
import { SummaryList } from '~/ui/content/summary-list';
import { Lines } from '../../lines';

interface Props {
  lots: LotDraft[];
  limits: string | null;
}

/** The parts that are bid for apart, on the page of their question; nothing where it is not divided. */
export const LotsSection = ({ lots, limits }: Props) =>
  lots.length === 0 ? null : (
    <section>
      <h2 className="govuk-heading-m">Lots</h2>
      <p className="govuk-body">
        Each lot is bid for, ranked and awarded apart. {limits ?? 'Anybody may bid for, and win, every lot.'}
      </p>
      <SummaryList
        rows={lots.map((lot) => ({
          key: lotName(lot),
          value: (
            <>
              <Lines text={lot.covers} />
              <p className="govuk-body-s govuk-!-margin-bottom-0">{showLotMoney(lot)}</p>
            </>
          ),
        }))}
      />
    </section>
  );
