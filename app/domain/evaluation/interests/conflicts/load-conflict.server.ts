import type { Db } from '~/platform/db.server';
import { isPerson, type Actor } from '../../../actor';
import type { Competition } from '../../competition';
import { lockedCompetitionById } from '../../load-competition.server';
import type { InterestKind } from '../interest-kind';
import { isOpen, type ConflictForPolicy } from './conflict';

export interface LoadedConflict extends ConflictForPolicy {
  id: string;
  reference: string;
}

const fields = {
  ...{ id: true, reference: true, personId: true, bidId: true, kind: true },
  ...{ suspectedAt: true, declaredAt: true, pinnedAt: true, confirmedAt: true, dismissedAt: true },
} as const;

/** What may stand between the actor and a bid and is not decided yet. */
export async function ownOpenConflicts(
  db: Db,
  actor: Actor,
  questionId: string,
): Promise<ConflictForPolicy[]> {
  if (!isPerson(actor)) return [];
  const rows = await db.conflict.findMany({ where: { questionId, personId: actor.id }, select: fields });
  return rows.filter(isOpen);
}

/** One conflict with its competition, under the question's row lock. */
export async function lockedConflict(
  tx: Db,
  actor: Actor,
  reference: string,
): Promise<{ competition: Competition; own: ConflictForPolicy[]; conflict: LoadedConflict } | null> {
  const known = await tx.conflict.findUnique({ where: { reference }, select: { questionId: true } });
  const competition = known && (await lockedCompetitionById(tx, known.questionId));
  if (!competition) return null;
  const conflict = await tx.conflict.findUniqueOrThrow({ where: { reference }, select: fields });
  const own = await ownOpenConflicts(tx, actor, competition.question.id);
  return { competition, own, conflict };
}

export const conflictsCalled = (
  db: Db,
  questionId: string,
  references: string[],
): Promise<LoadedConflict[]> =>
  db.conflict.findMany({
    where: { questionId, reference: { in: references } },
    orderBy: { id: 'asc' },
    select: fields,
  });

/** What a confirmed conflict about one bid closes, by the scope that the route sets. */
export const behindOf = (
  { question }: Competition,
  { bidId }: { bidId: string | null; kind: InterestKind },
): string | null => (question.route.conflictScope === 'bid' ? bidId : null);
