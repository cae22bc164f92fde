import { Prisma } from '~/platform/generated/prisma/client';
import type { Db } from '~/platform/db.server';
import { hasRole, isMember, type Actor } from '../../actor';
import { isAllowed } from '../../policy';
import { parseReference } from '../../reference';
import { questionsVisibleTo } from '../../questions/question-visibility.server';
import { refuseField, type Refusal } from '../../refusal';
import { loadElicitation } from '../elicitation-standing.server';
import { maySeeElicitation } from '../elicitation-policy';
import { readsPublished } from '../../knowledge/finding-policy';
import type { SignalInput } from './signal-form';
import type { SignalStanding } from './signal-policy';
import type { Likelihood } from './yardstick';

export interface LoadedSignal {
  id: string;
  reference: string;
  standing: SignalStanding;
  judgements: number;
  latest: Likelihood | null;
  evidence: number;
}

/** The signals that an actor may know of, as a condition on `s`. Says the same as `maySeeSignal`. */
export function signalsVisibleSql(actor: Actor): Prisma.Sql {
  if (!isMember(actor)) return Prisma.sql`FALSE`;
  if (hasRole(actor, 'coordinator')) return Prisma.sql`TRUE`;
  const own = Prisma.sql`${actor.id}::uuid IN (s.owner_id, s.created_by_id)`;
  return readsPublished(actor)
    ? Prisma.sql`(s.published_at IS NOT NULL OR ${own})`
    : Prisma.sql`(s.published_at IS NULL AND ${own})`;
}

/** A signal with what its policy and its rules ask, its row locked. */
export async function lockedSignal(tx: Db, reference: string): Promise<LoadedSignal | null> {
  await tx.$queryRaw`SELECT id FROM signal WHERE reference = ${reference} FOR UPDATE`;
  const row = await tx.signal.findUnique({
    where: { reference },
    include: {
      judgements: { orderBy: { number: 'desc' }, take: 1 },
      _count: { select: { evidence: { where: { removedAt: null } } } },
    },
  });
  if (!row) return null;
  const { id, ownerId, createdById, publishedAt, judgements } = row;
  return {
    ...{ id, reference, standing: { ownerId, createdById, published: publishedAt !== null } },
    ...{ judgements: judgements[0]?.number ?? 0, latest: judgements[0]?.likelihood ?? null },
    evidence: row._count.evidence,
  };
}

export interface ChosenForSignal {
  termIds: string[];
  questionIds: string[];
  elicitationId: string | null;
}

/** The ids that a form's choices stand for, or which of them is none that this person may know of. */
export async function chosenFor(
  tx: Db,
  actor: Actor,
  { threatAreas, questions, elicitation }: SignalInput,
): Promise<ChosenForSignal | Refusal> {
  const terms = await tx.term.findMany({
    where: { scheme: 'threatArea', slug: { in: threatAreas }, retiredAt: null },
    select: { id: true },
  });
  if (terms.length < new Set(threatAreas).size)
    return refuseField('TermIsUnknown', 'threatAreas', 'One of these is no longer in use. Choose again');
  const named = questions
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map(parseReference);
  const known = await tx.question.findMany({
    where: { AND: [{ reference: { in: named.filter((one) => one !== null) } }, questionsVisibleTo(actor)] },
    select: { id: true },
  });
  if (known.length < new Set(named).size)
    return refuseField(
      'QuestionIsUnknown',
      'questions',
      'Enter references of questions, one after the other',
    );
  const round = elicitation === '' ? null : await loadElicitation(tx, elicitation);
  if (elicitation !== '' && !(round && isAllowed(maySeeElicitation(actor, round.standing))))
    return refuseField('ElicitationIsUnknown', 'elicitation', 'Enter the reference of an expert round');
  const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id);
  return { termIds: idsOf(terms), questionIds: idsOf(known), elicitationId: round?.id ?? null };
}

/** Replaces what a signal is tagged with and linked to; questions that this person may not know of stay. */
export async function replaceLinks(
  tx: Db,
  actor: Actor,
  signalId: string,
  { termIds, questionIds }: ChosenForSignal,
): Promise<void> {
  await tx.signalTerm.deleteMany({ where: { signalId } });
  await tx.signalTerm.createMany({ data: termIds.map((termId) => ({ signalId, termId })) });
  await tx.signalQuestion.deleteMany({ where: { signalId, question: questionsVisibleTo(actor) } });
  await tx.signalQuestion.createMany({
    data: questionIds.map((questionId) => ({ signalId, questionId })),
    skipDuplicates: true,
  });
}
