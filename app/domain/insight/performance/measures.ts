import { showMoney } from '../../money';

/** What is measured. Each is a share of rows, or a figure of their amounts; the rows stand on its own page. */
export const MEASURES = {
  published: {
    title: 'Questions published',
    rows: 'Every question published in the period, with its route.',
  },
  direct: {
    title: 'Direct awards among calls',
    rows: 'Calls published in the period. Counted are those on the basis of a direct award.',
  },
  justified: {
    title: 'Direct awards with a written justification',
    rows: 'Direct awards published in the period. Counted are those with a justification.',
  },
  bids: {
    title: 'Bids per call',
    rows: 'Calls settled in the period: told who won, none suitable, or cancelled. The amount is how many bids were in.',
  },
  newEntrants: {
    title: 'Awards to new entrants',
    rows: 'Award notices of the period. Counted are those to a bidder without an award before.',
  },
  timeToAward: {
    title: 'Working days from publication to the first award notice',
    rows: 'Questions whose first award notice falls in the period. The amount is working days.',
  },
  onTime: {
    title: 'Answered by the decision date',
    rows: 'Questions answered in the period. Those without a decision date are left out.',
  },
  released: {
    title: 'Published within 12 weeks of sign-off',
    rows: 'What was signed off in the period. What still has time is left out.',
  },
  cost: {
    title: 'Cost per answered question',
    rows: 'Questions that took bids, answered in the period. The amount is what was awarded; those without an award are left out.',
  },
  used: {
    title: 'Answered questions that were used',
    rows: 'Questions answered in the period. Counted are those with a finding in an impact record.',
  },
} as const;
export type Measure = keyof typeof MEASURES;
export const MEASURE_NAMES = Object.keys(MEASURES) as Measure[];

export interface Figure {
  measure: Measure;
  numerator: number;
  denominator: number;
  excluded: number;
  total: number | null;
  quartiles: number[] | null;
}

export const noFigure = (measure: Measure): Figure => ({
  measure,
  numerator: 0,
  denominator: 0,
  excluded: 0,
  total: null,
  quartiles: null,
});

const percent = (part: number, whole: number): string => `${Math.round((100 * part) / whole)}%`;
const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
const questions = (count: number): string => counted(count, 'question');
const oneDigit = (value: number): string => String(Math.round(value * 10) / 10);

/** The figure in words; never a share of nothing. */
export function showFigure({ measure, numerator, denominator, total, quartiles }: Figure): string {
  if (denominator === 0) return 'Nothing to count';
  if (measure === 'published') return String(denominator);
  if (measure === 'bids') return `${oneDigit((total ?? 0) / denominator)} on average`;
  if (measure === 'cost') return `${showMoney(Math.round((total ?? 0) / denominator))} on average`;
  if (measure === 'timeToAward') {
    const [low, median, high] = (quartiles ?? [0, 0, 0]).map(oneDigit);
    return `Median ${median}; middle half ${low} to ${high}`;
  }
  return percent(numerator, denominator);
}

/** What the figure was worked out from. */
export function showCounts({ measure, numerator, denominator, total }: Figure): string {
  if (measure === 'bids')
    return `${counted(total ?? 0, 'bid')}, ${counted(denominator, 'call')}; ${numerator} had any`;
  if (measure === 'cost') return `${showMoney(total ?? 0)}, ${questions(denominator)}`;
  if (measure === 'timeToAward' || measure === 'published') return questions(denominator);
  return `${numerator} of ${denominator}`;
}

/** The amount of one row as its measure means it. */
export function showAmount(measure: Measure, amount: number | null): string {
  if (amount === null) return '';
  return measure === 'cost' ? showMoney(amount) : String(amount);
}
