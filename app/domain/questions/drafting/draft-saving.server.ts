import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import type { Prisma } from '~/platform/generated/prisma/client';
import { command, type Situation } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { isRefusal, refuse, type Refusal } from '../../refusal';
import type { CriterionDraft } from '../criteria';
import { lockedWholeQuestion, type WholeQuestion } from './draft-loading.server';
import type { RequirementDraft } from '../requirements/requirement';
import type { LotDraft } from '../lots/lot';
import {
  replaceCriteria,
  replaceLots,
  replacePriorities,
  replaceRequirements,
  replaceTerms,
} from './draft-parts.server';
import { personalDataWarnings } from '../texts/personal-data';
import { mayEdit } from '../question-policy';
import { seenToken } from './seen-token.server';
import type { Scheme, Task } from '../tasks/task';
import type { TaskSlug } from '../tasks/task-list';

const SAVING = {
  reference: referenceInput,
  /** What the page showed; a save on top of somebody else's is noticed by it. */
  seen: z.string().max(64),
  /** `auto` and `later` take half an answer. */
  intent: z.enum(['finish', 'later', 'auto']).default('finish'),
  notPersonal: z.boolean().optional(),
};

type Common = z.output<z.ZodObject<typeof SAVING>>;

export interface DraftChange {
  data: Prisma.QuestionUncheckedUpdateInput;
  terms?: { schemes: Scheme[]; ids: string[] };
  priorityIds?: string[];
  criteria?: CriterionDraft[];
  requirements?: RequirementDraft[];
  lots?: LotDraft[];
}

interface Parts<Shape extends z.ZodRawShape, Known> {
  task: Task<Shape> & { slug: TaskSlug };
  /** What the database must add before the answers can be judged: ids of what was chosen. */
  know?: (tx: Db, values: z.output<z.ZodObject<Shape>>, row: WholeQuestion) => Promise<Known>;
  change: (
    values: z.output<z.ZodObject<Shape>>,
    about: { row: WholeQuestion; known: Known; now: Date; finishing: boolean },
  ) => DraftChange | Refusal;
}

/** The command that saves one task of a draft. They differ in their fields and in what those change. */
export function saveTask<Shape extends z.ZodRawShape, Known = undefined>(parts: Parts<Shape, Known>) {
  type Values = z.output<z.ZodObject<Shape>>;
  type Loaded = { row: WholeQuestion; known: Known };
  const schema = z.strictObject({ ...parts.task.fields, ...SAVING }) as unknown as z.ZodType<Values & Common>;
  return command({
    name: `questions.save-${parts.task.slug}`,
    input: schema,
    load: async ({ tx, input }): Promise<Loaded | null> => {
      const row = await lockedWholeQuestion(tx, input.reference);
      if (!row) return null;
      const known = parts.know ? await parts.know(tx, input, row) : (undefined as Known);
      return { row, known };
    },
    authorise: (actor, { row }) => mayEdit(actor, row),
    subject: ({ row }) => ({ noun: 'question' as const, nounId: row.id }),
    decide: (situation: Situation<Values & Common, Loaded>) => decideSave(parts, situation),
    save: async ({ tx, now, newId }, { change, row }) => {
      if (!change) return { reference: row.reference };
      await tx.question.update({
        where: { id: row.id },
        data: { ...change.data, revision: { increment: 1 }, updatedAt: now },
      });
      if (change.terms) await replaceTerms(tx, row.id, change.terms);
      if (change.priorityIds) await replacePriorities(tx, row.id, change.priorityIds);
      if (change.criteria) await replaceCriteria(tx, row.id, change.criteria, newId);
      if (change.requirements) await replaceRequirements(tx, row.id, change.requirements, newId);
      if (change.lots) await replaceLots(tx, row.id, change.lots, newId);
      return { reference: row.reference };
    },
  });
}

function decideSave<Shape extends z.ZodRawShape, Known>(
  { task, change }: Parts<Shape, Known>,
  {
    input,
    loaded: { row, known },
    now,
  }: Situation<z.output<z.ZodObject<Shape>> & Common, { row: WholeQuestion; known: Known }>,
) {
  const { reference: _, seen, intent, notPersonal, ...rest } = input;
  const values = rest as unknown as z.output<z.ZodObject<Shape>>;
  const stored = seenToken(task.valuesOf(row));
  if (seen !== stored && seenToken(values) !== stored)
    return refuse(
      'SomebodySavedMeanwhile',
      'Somebody else saved this page after you opened it. Both versions are below. Save again to keep yours.',
      { stale: true },
    );
  const finishing = intent === 'finish';
  if (finishing) {
    const fields = { ...(notPersonal ? {} : personalDataWarnings(values)), ...task.missing(values, row) };
    if (Object.keys(fields).length > 0)
      return refuse('AnswersAreMissing', 'Some answers are missing.', { fields });
  }
  const decided = change(values, { row, known, now, finishing });
  if (isRefusal(decided)) return decided;
  const unchanged = seenToken(values) === stored;
  const fact = { name: 'QuestionDraftWasSaved', noun: 'question' as const, nounId: row.id };
  return {
    change: { change: unchanged ? null : decided, row },
    facts: unchanged
      ? []
      : [{ ...fact, data: { task: task.slug, revision: row.revision + 1, teamId: row.teamId } }],
  };
}
