import { z } from 'zod';
import { command } from '../../command.server';
import { optionalTextInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { loadHolidays } from '../calendar.server';
import { windowsOf } from '../dates/windows';
import { lockedWholeQuestion } from '../drafting/draft-loading.server';
import { leavesOpen } from '../funding/pledge';
import { pledgesOf } from '../funding/stored-pledges.server';
import { personalDataWarnings } from '../texts/personal-data';
import { mayEdit } from '../question-policy';
import { TASKS, unfinishedTasks } from '../tasks/task-list';

/** Hands a draft to its senior responsible owner. `nearest` is how many similar ones the page showed. */
export const submitForApproval = command({
  name: 'questions.submit-for-approval',
  input: z.strictObject({
    reference: referenceInput,
    nearest: z.coerce.number().int().min(0).default(0),
    nearDuplicateReason: optionalTextInput(600),
    uncoveredReason: optionalTextInput(1000),
    notPersonal: z.boolean().optional(),
  }),
  load: async ({ tx, input }) => {
    const row = await lockedWholeQuestion(tx, input.reference);
    return row && { row, holidays: await loadHolidays(tx), pledges: await pledgesOf(tx, row.id) };
  },
  authorise: (actor, { row }) => mayEdit(actor, row),
  subject: ({ row }) => ({ noun: 'question', nounId: row.id }),
  decide: ({ input, loaded: { row, holidays, pledges }, now }) => {
    const unfinished = unfinishedTasks(row);
    if (unfinished.length > 0)
      return refuse(
        'DraftIsUnfinished',
        `Finish these first: ${unfinished.map(({ title }) => title).join(', ')}.`,
      );
    if (row.closesAt && !windowsOf(now, row.closesAt, holidays)) return tooSoon;
    if (row.expressionsCloseAt && row.expressionsCloseAt <= now) return expressionsAreOver;
    if (input.nearest > 0 && input.nearDuplicateReason === '')
      return refuseField(
        'ReasonIsMissing',
        'nearDuplicateReason',
        'Say why you ask although these are there',
      );
    const isOpen = leavesOpen(pledges, row.budgetMaximum);
    if (isOpen && input.uncoveredReason === '') return uncovered;
    const texts = { ...TASKS.need.values(row), ...TASKS.scope.values(row) };
    if (!input.notPersonal && Object.keys(personalDataWarnings(texts)).length > 0)
      return refuseField(
        'PersonalDataIsLikely',
        'notPersonal',
        'Confirm that the text holds no personal data',
      );
    const data = { teamId: row.teamId, ownerId: row.seniorResponsibleOwnerId, route: row.route.slug };
    return {
      change: {
        id: row.id,
        reference: row.reference,
        nearDuplicateReason: input.nearDuplicateReason,
        uncoveredReason: isOpen ? input.uncoveredReason : '',
      },
      facts: [{ name: 'QuestionWasSubmittedForApproval', noun: 'question' as const, nounId: row.id, data }],
    };
  },
  save: async ({ tx, now }, { id, reference, ...reasons }) => {
    await tx.question.update({
      where: { id },
      // A return of the same instant would still count.
      data: { submittedAt: now, returnedAt: null, ...reasons, updatedAt: now, revision: { increment: 1 } },
    });
    return { reference };
  },
});

const uncovered = refuseField(
  'BudgetIsUncovered',
  'uncoveredReason',
  'Say why it is to be published although firm money does not cover its budget',
);

const expressionsAreOver = refuse(
  'ClosingDateIsTooSoon',
  'The day until which expressions of interest are taken has passed. Change it before you send this.',
);

const tooSoon = refuse(
  'ClosingDateIsTooSoon',
  'The closing day has passed, or leaves fewer than two working days. Change it before you send this.',
);
