import { milestoneAmounts } from '../../bids/content/bid-price';
import { APPROVALS } from '../../questions/tasks/ethics-choices';
import { addDays } from '../../uk-time';

export interface PlannedRow {
  position: number;
  title: string;
  dueOn: Date;
  amount: number;
  approval: boolean;
}

interface Plan {
  /** The codes of approvals that the question asks for. */
  approvals: string[];
  milestones: { title: string; weeks: number | null; share: number | null }[];
  amount: number;
  startsOn: Date;
}

const WEEK_DAYS = 7;

/**
 * The first milestones of an award: the approvals that the question asks for, which block what follows, then
 * the plan of the winning bid with its shares of the price. A bid without a plan owes one final report.
 */
export function firstMilestones({ approvals, milestones, amount, startsOn }: Plan): PlannedRow[] {
  const due = (weeks: number | null) => addDays(startsOn, (weeks ?? 0) * WEEK_DAYS);
  const firstWeeks = Math.min(...milestones.map(({ weeks }) => weeks ?? 0), Infinity);
  const before = approvals.map((code) => ({
    title: APPROVALS.find(({ value }) => value === code)?.label ?? code,
    dueOn: due(Number.isFinite(firstWeeks) ? firstWeeks : null),
    amount: 0,
    approval: true,
  }));
  const planned = milestones.length > 0 ? milestones : [{ title: 'Final report', weeks: null, share: 100 }];
  const amounts = milestoneAmounts(
    amount,
    planned.map(({ share }) => share ?? 0),
  );
  const after = planned.map(({ title, weeks }, i) => ({
    title,
    dueOn: due(weeks),
    amount: amounts[i] ?? 0,
    approval: false,
  }));
  return [...before, ...after].map((row, i) => ({ position: i + 1, ...row }));
}

/** The approvals named in a question's answers about ethics, data and security. */
export function approvalsOf(dataProtection: unknown): string[] {
  if (typeof dataProtection !== 'object' || dataProtection === null || !('approvals' in dataProtection))
    return [];
  const { approvals } = dataProtection;
  return Array.isArray(approvals) ? approvals.filter((one): one is string => typeof one === 'string') : [];
}
