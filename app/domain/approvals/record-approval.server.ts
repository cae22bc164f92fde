import type { Saving } from '../command.server';
import type { FactDraft } from '../fact';
import { turnOf, type Approvals } from './approval';
import type { ApprovalSubject } from './load-approvals.server';

export interface ApprovalGiven {
  questionId: string;
  recommendationId: string | null;
  level: number;
  personId: string;
  digest: string;
}

/** The approval whose turn it is; null where the thing has no further levels, so that none is kept. */
export function approvalGiven(
  approvals: Approvals,
  { questionId, recommendationId }: Pick<ApprovalSubject, 'questionId' | 'recommendationId'>,
  { personId, digest }: { personId: string; digest: string },
): ApprovalGiven | null {
  const level = turnOf(approvals);
  if (approvals.levels.length === 0 || level === null) return null;
  return { questionId, recommendationId, level, personId, digest };
}

export const approvalFact = ({ questionId, recommendationId, level }: ApprovalGiven): FactDraft => ({
  name: 'ApprovalWasGiven',
  noun: 'question',
  nounId: questionId,
  data: { level, recommendationId },
});

/** Keeps an approval; those given to what has changed since are void. */
export async function recordApproval({ tx, now, newId }: Saving, given: ApprovalGiven): Promise<void> {
  const { questionId, recommendationId, digest } = given;
  await tx.approval.updateMany({
    where: { questionId, recommendationId, voidedAt: null, digest: { not: digest } },
    data: { voidedAt: now },
  });
  await tx.approval.create({ data: { ...given, id: newId(), givenAt: now } });
}
