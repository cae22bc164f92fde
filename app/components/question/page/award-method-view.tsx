import { workedExample } from '~/domain/evaluation/scoring/award/worked-example';
import { showMoney } from '~/domain/money';
import {
  FORMULA_NAMES,
  FORMULA_WORDS,
  isTieBreak,
  showInterviews,
  showLowPrice,
  showReplies,
  showTieBreak,
  type AwardMethod,
} from '~/domain/questions/method/award-method';
import { Details } from '~/ui/content/details';
import { ScrollingTable } from '~/ui/content/scrolling-table';
import { SummaryList } from '~/ui/content/summary-list';

export interface MethodProps {
  method: Omit<AwardMethod, 'tieBreak'> & { tieBreak: string[] };
  qualityWeight: number;
  priceScored: boolean;
}

const number = (content: string) => ({ content, format: 'numeric' as const });

/** How bids are put in order, as it is frozen with the question, with an example worked by the same rules. */
export const AwardMethodView = ({ method, qualityWeight, priceScored }: MethodProps) => (
  <>
    <SummaryList
      rows={[
        priceScored && {
          key: 'The order of bids',
          value: (
            <>
              {FORMULA_NAMES[method.awardFormula]}
              <span className="block text-quiet">{FORMULA_WORDS[method.awardFormula]}</span>
            </>
          ),
        },
        method.qualityThreshold !== null && {
          key: 'Quality needed',
          value: `At least ${method.qualityThreshold} out of 100`,
        },
        { key: 'Between level bids', value: showTieBreak(method.tieBreak) },
        ...Object.entries({
          'Abnormally low prices': showLowPrice(method),
          Interviews: showInterviews(method),
          'Right of reply': showReplies(method),
        }).map(([key, value]) => value !== null && { key, value }),
      ]}
    />
    {priceScored && <Example {...{ method, qualityWeight }} />}
  </>
);

function Example({ method, qualityWeight }: Omit<MethodProps, 'priceScored'>) {
  const rows = workedExample({
    priceScored: true,
    weights: { quality: qualityWeight, price: 100 - qualityWeight },
    formula: method.awardFormula,
    threshold: method.qualityThreshold,
    tieBreak: method.tieBreak.filter(isTieBreak),
  });
  return (
    <Details summary="A worked example">
      <p className="govuk-body">
        Three invented bids under the rules above
        {method.awardFormula === 'highestQuality' && ', with a budget of £130,000'}. The same sums put the
        real bids in order.
      </p>
      <ScrollingTable
        name="A worked example"
        head={['Rank', 'Bid', number('Quality'), number('Price'), 'Ordered by']}
        rows={rows.map(({ rank, bid, quality, price, by }) => [
          rank,
          bid,
          number(quality),
          number(showMoney(price)),
          by,
        ])}
      />
    </Details>
  );
}
