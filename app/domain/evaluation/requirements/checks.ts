import type { PanelRole } from '../competition';

/** One essential requirement with what the panel found of one bid, where it has. */
export interface RequirementCheck {
  id: string;
  position: number;
  text: string;
  evidence: string;
  check: { met: boolean; reason: string; checkedById: string; checkedAt: Date; agreedAt: Date | null } | null;
}

export type CheckState = 'none' | 'toCheck' | 'toAgree' | 'agreed';

/** Scoring waits until two have agreed; a question without essential requirements waits for nothing. */
export function checkStateOf(requirements: readonly Pick<RequirementCheck, 'check'>[]): CheckState {
  if (requirements.length === 0) return 'none';
  if (requirements.some(({ check }) => check === null)) return 'toCheck';
  return requirements.every(({ check }) => check?.agreedAt) ? 'agreed' : 'toAgree';
}

/** Two of the panel agree, one of them the moderator, who alone excludes a bid. */
export function whyNotAgree(
  checkedBy: { id: string; role: PanelRole | undefined },
  agreeing: { id: string; role: PanelRole | undefined },
): string | null {
  if (checkedBy.id === agreeing.id) return 'Another of the panel agrees with what you found.';
  if (checkedBy.role === 'moderator' || agreeing.role === 'moderator') return null;
  return 'The moderator agrees with what an evaluator found.';
}

/** What a bidder is told; null where everything is met. */
export function exclusionReason(requirements: readonly RequirementCheck[]): string | null {
  const failed = requirements.filter(({ check }) => check && !check.met);
  if (failed.length === 0) return null;
  return failed
    .map(
      ({ position, text, check }) =>
        `Essential requirement ${position} is not met: ${text}. ${check?.reason}`,
    )
    .join('\n');
}
