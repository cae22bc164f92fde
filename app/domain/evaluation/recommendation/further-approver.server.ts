import type { Db } from '~/platform/db.server';
import { isPerson, type Actor } from '../../actor';
import { mayGiveApproval, turnOf, type Approvals } from '../../approvals/approval';
import { INTEREST_IS_UNDECIDED, INTERESTS_ARE_NOT_DECLARED } from '../../approvals/undeclared';
import { isAllowed } from '../../policy';
import { approvesPublication } from '../../questions/publishing/approver-interest.server';
import { refuse, type Refusal } from '../../refusal';
import type { Competition } from '../competition';
import { standingOf, type Standing } from '../interests/declarations';
import { approvalsOfDecision } from './decision-approvals.server';
import { decisionTurn } from './decision-turn';

export interface WaitingApproval {
  id: string;
  madeById: string;
  approvals: Approvals;
}

/** The recommendation that waits, with the approvals that it needs and has. */
export async function waitingApproval(db: Db, competition: Competition): Promise<WaitingApproval | null> {
  if (!competition.recommendationId) return null;
  const { madeById, ...row } = await db.recommendation.findUniqueOrThrow({
    where: { id: competition.recommendationId },
    select: { id: true, outcome: true, madeById: true, madeAt: true, value: true },
  });
  return { id: row.id, madeById, approvals: await approvalsOfDecision(db, competition, row) };
}

export const mayApproveNow = (
  actor: Actor,
  competition: Competition,
  { madeById, approvals }: Pick<WaitingApproval, 'madeById' | 'approvals'>,
): boolean => isAllowed(mayGiveApproval(actor, decisionTurn(actor, competition, madeById, approvals)));

export type Approves = 'publication' | 'decision' | null;

/** What this person is asked to approve at a further level, while it is their turn. */
export async function whatTheyApprove(db: Db, actor: Actor, competition: Competition): Promise<Approves> {
  if (isFurtherApprover(actor, competition, await waitingApproval(db, competition))) return 'decision';
  const { publishedAt, reference } = competition.question;
  return publishedAt === null && (await approvesPublication(db, actor, reference)) ? 'publication' : null;
}

/** Whoever is asked to approve at a further level, while it is their turn. */
export const isFurtherApprover = (
  actor: Actor,
  competition: Competition,
  waiting: WaitingApproval | null,
): boolean =>
  waiting !== null && (turnOf(waiting.approvals) ?? 0) > 0 && mayApproveNow(actor, competition, waiting);

const WHY: Record<Exclude<Standing, 'clear'>, Refusal> = {
  missing: INTERESTS_ARE_NOT_DECLARED,
  undecided: INTEREST_IS_UNDECIDED,
  conflicted: refuse('ConflictIsConfirmed', 'A confirmed conflict keeps you from approving.'),
};

/** Whoever approves further declares at award as everybody does who can influence the outcome; why they cannot approve yet. */
export function whyNotDeclared(actor: Actor, competition: Competition): Refusal | null {
  const standing = isPerson(actor) ? standingOf(competition, actor.id, 'award') : 'missing';
  return standing === 'clear' ? null : WHY[standing];
}
