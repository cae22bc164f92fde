import type { Db } from '~/platform/db.server';
import type { CriterionDraft } from '../criteria';
import type { LotDraft } from '../lots/lot';
import type { RequirementDraft } from '../requirements/requirement';
import type { Scheme } from '../tasks/task';

/** Sets the terms of some schemes; those of other schemes stay. */
export async function replaceTerms(
  tx: Db,
  questionId: string,
  { schemes, ids }: { schemes: Scheme[]; ids: string[] },
): Promise<void> {
  await tx.questionTerm.deleteMany({
    where: { questionId, term: { scheme: { in: schemes } }, termId: { notIn: ids } },
  });
  await tx.questionTerm.createMany({
    data: ids.map((termId) => ({ questionId, termId })),
    skipDuplicates: true,
  });
}

export async function replacePriorities(tx: Db, questionId: string, priorityIds: string[]): Promise<void> {
  await tx.questionPriority.deleteMany({ where: { questionId, priorityId: { notIn: priorityIds } } });
  await tx.questionPriority.createMany({
    data: priorityIds.map((priorityId) => ({ questionId, priorityId })),
    skipDuplicates: true,
  });
}

export async function replaceCriteria(
  tx: Db,
  questionId: string,
  criteria: CriterionDraft[],
  newId: () => string,
): Promise<void> {
  await tx.criterion.deleteMany({ where: { questionId } });
  await tx.criterion.createMany({
    data: criteria.map((one, index) => ({ ...one, id: newId(), questionId, position: index + 1 })),
  });
}

export async function replaceRequirements(
  tx: Db,
  questionId: string,
  requirements: RequirementDraft[],
  newId: () => string,
): Promise<void> {
  await tx.requirement.deleteMany({ where: { questionId } });
  await tx.requirement.createMany({
    data: requirements.map(({ kind, position, text, evidence }) => ({
      id: newId(),
      questionId,
      kind,
      position,
      text,
      evidence,
    })),
  });
}

export async function replaceLots(
  tx: Db,
  questionId: string,
  lots: LotDraft[],
  newId: () => string,
): Promise<void> {
  await tx.lot.deleteMany({ where: { questionId } });
  await tx.lot.createMany({
    data: lots.map(({ number, title, covers, budget, awardsAvailable }) => ({
      id: newId(),
      questionId,
      number,
      title,
      covers,
      budget,
      awardsAvailable,
    })),
  });
}
