import type { SummaryContent } from '~/domain/awards/summary';
import { showMoney } from '~/domain/money';
import { showDate, showDay } from '~/domain/uk-time';
import { paths } from '~/paths';
import { ScrollingTable } from '~/ui/content/scrolling-table';

interface Props {
  winner: {
    reference: string;
    bidder: string;
    noticeAt: Date;
    standstillEndsOn: Date | null;
    total: string | null;
    amount: number | null;
    criteria: { name: string; score: string | null }[];
  };
  own: SummaryContent;
}

const number = (content: string | null) => ({ content: content ?? 'None', format: 'numeric' as const });

/** A winning bid beside one’s own, criterion by criterion. Its text and reasons stay with its bidder. */
export const Winner = ({ winner, own }: Props) => (
  <>
    <p className="govuk-body">
      <a className="govuk-link" href={paths.award(winner.reference)}>
        {winner.bidder}
      </a>
      {winner.amount === null ? '' : `, ${showMoney(winner.amount)} without VAT`}. The award notice was given
      on {showDay(winner.noticeAt)}.
      {winner.standstillEndsOn && ` The standstill ends on ${showDate(winner.standstillEndsOn)}.`}
    </p>
    <ScrollingTable
      name={`Scores beside those of ${winner.bidder}`}
      head={['Criterion', number('Your bid'), number('Winning bid')]}
      rows={[
        ...winner.criteria.map(({ name, score }) => [
          name,
          number(own.criteria.find((one) => one.name === name)?.score ?? null),
          number(score),
        ]),
        [<strong key="total">Total of 100</strong>, number(own.total), number(winner.total)],
      ]}
    />
  </>
);
