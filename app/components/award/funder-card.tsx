import { showMoney } from '~/domain/money';
import { showDate } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';

interface Funder {
  organisation: string;
  amount: number;
  certainty: string;
  condition: string;
  ringFenced: boolean;
  secureFrom: number | null;
  secureUntil: number | null;
  tranches: {
    reference: string;
    position: number;
    plannedOn: Date;
    plannedAmount: number;
    actualOn: Date | null;
    actualAmount: number | null;
    daysLate: number;
  }[];
}

interface Props {
  award: string;
  funder: Funder;
  records: boolean;
}

/** One funder with its tranches, planned against actual. */
export const FunderCard = ({ award, funder, records }: Props) => (
  <>
    <h2 className="govuk-heading-m">
      {funder.organisation}: {showMoney(funder.amount)}
    </h2>
    <p className="govuk-body">{about(funder)}</p>
    <ScrollingTable
      name={`Tranches of ${funder.organisation}`}
      head={['Tranche', 'Planned', 'Actual', 'Days late']}
      rows={funder.tranches.map((one) => [
        String(one.position),
        `${showMoney(one.plannedAmount)} on ${showDate(one.plannedOn)}`,
        arrival(award, one, records),
        String(one.daysLate),
      ])}
    />
  </>
);

function about({ certainty, condition, ringFenced, secureFrom, secureUntil }: Funder): string {
  const years =
    secureFrom === null || secureUntil === null ? '' : `Secure from ${secureFrom} to ${secureUntil}.`;
  const firm = condition === '' ? `${certainty}.` : `${certainty}: ${condition}.`;
  return [firm, ringFenced ? 'Ring-fenced.' : '', years].filter((part) => part !== '').join(' ');
}

function arrival(award: string, tranche: Funder['tranches'][number], records: boolean) {
  const { reference, position, actualOn, actualAmount } = tranche;
  if (actualOn && actualAmount !== null) return `${showMoney(actualAmount)} on ${showDate(actualOn)}`;
  return records ? (
    <a className="govuk-link" href={paths.recordTranche(award, reference)}>
      Record<span className="govuk-visually-hidden"> tranche {position}</span>
    </a>
  ) : (
    'Not here yet'
  );
}
