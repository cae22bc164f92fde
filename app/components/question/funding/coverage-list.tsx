import { showMoney } from '~/domain/money';
import { percentOf, type Coverage } from '~/domain/questions/funding/pledge';
import { SummaryList } from '~/ui/content/summary-list';

interface Props {
  coverage: Coverage;
  budget: number | null;
  uncoveredReason: string;
}

/** How much of the budget is there, and how much of what is named is ring-fenced or lasts. */
export function CoverageList({ coverage, budget, uncoveredReason }: Props) {
  const { firm, conditional, fallenAway, ringFenced, secure, open } = coverage;
  const named = firm + conditional;
  return (
    <SummaryList
      rows={[
        { key: 'Budget', value: budget === null ? 'Not stated' : `${showMoney(budget)} without VAT` },
        { key: 'Firm', value: withShare(firm, budget ?? 0, 'of the budget') },
        { key: 'On a condition', value: showMoney(conditional) },
        open !== null && {
          key: 'Not covered by firm money',
          value: open === 0 ? 'Nothing' : showMoney(open),
        },
        fallenAway > 0 && { key: 'Fallen away, not counted', value: showMoney(fallenAway) },
        { key: 'Ring-fenced for this crime', value: withShare(ringFenced, named, 'of what is named') },
        { key: 'Secure for two years or more', value: withShare(secure, named, 'of what is named') },
        uncoveredReason !== '' && { key: 'Why it was published all the same', value: uncoveredReason },
      ]}
    />
  );
}

function withShare(part: number, whole: number, of: string): string {
  const percent = percentOf(Math.min(part, whole), whole);
  return percent === null ? showMoney(part) : `${showMoney(part)}, ${percent}% ${of}`;
}
