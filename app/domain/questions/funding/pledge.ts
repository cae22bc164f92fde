export type PledgeStanding = 'firm' | 'conditional' | 'fallenAway';

/** Money as a funder named it, with what became of it since. */
export interface Pledge {
  amount: number;
  certainty: string;
  ringFenced: boolean;
  secureFrom: number | null;
  secureUntil: number | null;
  changes: { certainty: string }[];
}

const WORDS: Record<PledgeStanding, string> = {
  firm: 'Firm',
  conditional: 'On a condition',
  fallenAway: 'Fallen away',
};
export const showStanding = (standing: PledgeStanding): string => WORDS[standing];

/** What became of it last; nothing comes back once it has fallen away. */
export function standingOf({ certainty, changes }: Pick<Pledge, 'certainty' | 'changes'>): PledgeStanding {
  if (changes.some((change) => change.certainty === 'fallenAway')) return 'fallenAway';
  return changes.length > 0 || certainty === 'firm' ? 'firm' : 'conditional';
}

const SEVERAL_YEARS = 2;

/** Years that begin and end with a named year; a single one is not several. */
const isSecure = ({ secureFrom, secureUntil }: Pledge): boolean =>
  secureFrom !== null && secureUntil !== null && secureUntil - secureFrom + 1 >= SEVERAL_YEARS;

export interface Coverage {
  firm: number;
  conditional: number;
  fallenAway: number;
  /** Of what has not fallen away; money can be one without the other. */
  ringFenced: number;
  secure: number;
  /** What firm money leaves open of the budget, or null where no budget is said. */
  open: number | null;
}

/** Each funder counts once, as it stands now; what fell away is in no other figure. */
export function coverageOf(pledges: readonly Pledge[], budget: number | null): Coverage {
  const sum = (of: (pledge: Pledge) => boolean) =>
    pledges.filter(of).reduce((all, { amount }) => all + amount, 0);
  const stands = (pledge: Pledge) => standingOf(pledge) !== 'fallenAway';
  const firm = sum((pledge) => standingOf(pledge) === 'firm');
  return {
    firm,
    conditional: sum((pledge) => standingOf(pledge) === 'conditional'),
    fallenAway: sum((pledge) => !stands(pledge)),
    ringFenced: sum((pledge) => stands(pledge) && pledge.ringFenced),
    secure: sum((pledge) => stands(pledge) && isSecure(pledge)),
    open: budget === null ? null : Math.max(0, budget - firm),
  };
}

/** A whole percentage that says 100 only of all, and 0 only of nothing. */
export function percentOf(part: number, whole: number): number | null {
  if (whole === 0) return null;
  const exact = (100 * part) / whole;
  return exact > 0 && exact < 100 ? Math.min(99, Math.max(1, Math.round(exact))) : Math.min(100, exact);
}

/** Whether a question that names funders is published on money that is not all there; one that names none is not asked. */
export const leavesOpen = (pledges: readonly Pledge[], budget: number | null): boolean =>
  pledges.length > 0 && (coverageOf(pledges, budget).open ?? 0) > 0;
