import type { Db } from '~/platform/db.server';
import type { Actor } from '../../actor';
import { isPerson } from '../../actor';
import { mayGiveApproval, turnOf, type Approvals } from '../../approvals/approval';
import { INTEREST_IS_UNDECIDED, INTERESTS_ARE_NOT_DECLARED } from '../../approvals/undeclared';
import { isAllowed } from '../../policy';
import type { Refusal } from '../../refusal';
import { wholeQuestion } from '../drafting/draft-loading.server';
import { withApprovals } from './publication-approvals.server';
import { publicationTurn } from './publication-turn';

/**
 * Why somebody at a further level cannot approve the publication yet: they declare as those do who approve an award. A
 * confirmed conflict needs no words here: behind its wall they are asked no more.
 */
export async function whyNotDeclared(
  db: Db,
  actor: Actor,
  { questionId, approvals }: { questionId: string; approvals: Approvals },
): Promise<Refusal | null> {
  if ((turnOf(approvals) ?? 0) === 0 || !isPerson(actor)) return null;
  const where = {
    questionId_personId_stage: { questionId, personId: actor.id, stage: 'publication' as const },
  };
  const own = await db.declaration.findUnique({ where, select: { hasInterest: true, confirmed: true } });
  if (!own) return INTERESTS_ARE_NOT_DECLARED;
  return own.hasInterest && own.confirmed === null ? INTEREST_IS_UNDECIDED : null;
}

/** Whether it is this person's turn to approve the publication at a further level. */
export async function approvesPublication(db: Db, actor: Actor, reference: string): Promise<boolean> {
  const whole = await wholeQuestion(db, reference);
  if (!whole || whole.publishedAt) return false;
  const { row, approvals } = await withApprovals(db, whole);
  return (
    (turnOf(approvals) ?? 0) > 0 && isAllowed(mayGiveApproval(actor, publicationTurn(actor, row, approvals)))
  );
}
