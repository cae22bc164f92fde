import { isMember, type Actor } from '../actor';
import { allow, deny, hide, type Verdict } from '../policy';

export const APPROVER_ROLES = {
  budgetHolder: 'A budget holder of the team',
  seniorResponsibleOwner: 'Another senior responsible owner of the team',
  coordinator: 'A coordinator',
} as const;
export type ApproverRole = keyof typeof APPROVER_ROLES;

export const MOST_LEVELS = 3;

/** The senior responsible owner's approval, which every question and decision has. */
export const OWNER_LEVEL = 0;

interface Approver {
  id: string;
  name: string;
}

export interface ApprovalLevel {
  number: number;
  /** Pence from which on it is asked for. */
  fromAmount: number;
  approvers: Approver[];
}

export interface GivenApproval {
  level: number;
  person: Approver;
  givenAt: Date;
  /** Of what it was given to. */
  digest: string;
}

/** What further approval one thing needs at its value, and what it has. */
export interface Approvals {
  levels: ApprovalLevel[];
  given: GivenApproval[];
}

export const NO_LEVELS: Approvals = { levels: [], given: [] };

/** Without what was given to a thing that has changed since. */
export const standingFor = ({ levels, given }: Approvals, digest: string): Approvals => ({
  levels,
  given: given.filter((one) => one.digest === digest),
});

/** The levels that a value asks for; an unknown value asks for all. */
export const levelsAt = (levels: ApprovalLevel[], value: number | null): ApprovalLevel[] =>
  levels.filter(({ fromAmount }) => value === null || fromAmount <= value);

/** Whose turn it is: level 0 first, then each in order; null once all have approved. */
export function turnOf({ levels, given }: Approvals): number | null {
  const order = [OWNER_LEVEL, ...levels.map(({ number }) => number)];
  return order.find((number) => !given.some(({ level }) => level === number)) ?? null;
}

/** Whether the approval whose turn it is carries the thing out. */
export function isLastApproval(approvals: Approvals): boolean {
  const last = approvals.levels.at(-1)?.number ?? OWNER_LEVEL;
  return turnOf(approvals) === last || turnOf(approvals) === null;
}

/** Who decided at level 0, where others decided after them. */
export const approvedFirstBy = ({ given }: Approvals): string | null =>
  given.find(({ level }) => level === OWNER_LEVEL)?.person.id ?? null;

interface Turn {
  approvals: Approvals;
  /** Whoever wrote or recommended what is approved. */
  madeBy: (string | null)[];
  /** The rule of level 0. */
  atOwner: () => Verdict;
  /** Whether the actor may know of the thing without being asked to approve it. */
  knows: boolean;
}

/** Level 0 by its own rule; a further one by whom it names, never the maker, and nobody at two. */
export function mayGiveApproval(actor: Actor, { approvals, madeBy, atOwner, knows }: Turn): Verdict {
  const turn = turnOf(approvals);
  const level = approvals.levels.find(({ number }) => number === turn);
  if (!level) return atOwner();
  const known = (why: string): Verdict => (knows ? deny(why) : hide);
  if (!isMember(actor) || !level.approvers.some(({ id }) => id === actor.id))
    return known(`It waits for its approval at level ${level.number}, by those whom that level names.`);
  if (approvals.given.some(({ person }) => person.id === actor.id))
    return known('Nobody approves the same thing at two levels.');
  if (madeBy.includes(actor.id)) return known('Nobody approves what they wrote or recommended.');
  return allow;
}

export interface ShownLevel {
  number: number;
  fromAmount: number | null;
  names: string[];
  givenBy: string | null;
  givenAt: Date | null;
  turn: boolean;
}

/** Who has approved and who has not, level by level; nothing where there is one level alone. */
export function shownApprovals(approvals: Approvals): ShownLevel[] {
  if (approvals.levels.length === 0) return [];
  const turn = turnOf(approvals);
  const owner = { number: OWNER_LEVEL, fromAmount: null, approvers: [] };
  return [owner, ...approvals.levels].map(({ number, fromAmount, approvers }) => {
    const given = approvals.given.find(({ level }) => level === number);
    return {
      number,
      fromAmount,
      names: approvers.map(({ name }) => name),
      givenBy: given?.person.name ?? null,
      givenAt: given?.givenAt ?? null,
      turn: number === turn,
    };
  });
}
