import type { BidPrice } from '~/domain/bids/content/bid-content';
import { lineTotal, totalsOf } from '~/domain/bids/content/bid-price';
import { showMoney } from '~/domain/money';
import { ScrollingTable } from '~/ui/content/scrolling-table';

const number = (content: string) => ({ content, format: 'numeric' as const });

/** The price of a bid, line by line, with its total. */
export function PriceView({ price }: { price: BidPrice }) {
  const { lines, otherCosts, overheads, fullEconomicCost } = price;
  const { total } = totalsOf(price);
  if (lines.length + otherCosts.length === 0 && overheads === 0)
    return <p className="govuk-body govuk-hint">No price yet</p>;
  return (
    <>
      <ScrollingTable
        name="Price lines"
        head={['Cost', number('Day rate'), number('Days'), number('Amount')]}
        rows={[
          ...lines.map((line) => [
            line.role || 'Not named',
            number(line.dayRate === null ? 'Not said' : showMoney(line.dayRate)),
            number(line.days === null ? 'Not said' : String(line.days)),
            number(showMoney(lineTotal(line))),
          ]),
          ...otherCosts.map(({ title, amount }) => [
            title || 'Not named',
            '',
            '',
            number(amount === null ? 'Not said' : showMoney(amount)),
          ]),
          ['Overheads', '', '', number(showMoney(overheads))],
          [<strong key="total">Total, without VAT</strong>, '', '', number(showMoney(total))],
        ]}
      />
      <p className="govuk-body-s">
        {fullEconomicCost === null
          ? 'Share of the full economic cost: not said'
          : `This price covers ${fullEconomicCost}% of the full economic cost.`}
      </p>
    </>
  );
}
