import { z } from 'zod';
import { isPerson } from '../../actor';
import { approvedFirstBy, isLastApproval, mayGiveApproval } from '../../approvals/approval';
import {
  approvalFact,
  approvalGiven,
  recordApproval,
  type ApprovalGiven,
} from '../../approvals/record-approval.server';
import { command, type Accepted, type Saving } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse, type Refusal } from '../../refusal';
import { loadHolidays } from '../calendar.server';
import { lockedWholeQuestion, type WholeQuestion } from '../drafting/draft-loading.server';
import { publishedContent } from '../drafting/published-content';
import { stateOf } from '../question';
import { unfinishedTasks } from '../tasks/task-list';
import { whyNotDeclared } from '../publishing/approver-interest.server';
import { publicationTurn } from '../publishing/publication-turn';
import { withApprovals } from '../publishing/publication-approvals.server';
import { windowsOf, type Windows } from '../dates/windows';

const NO_WINDOWS = { biddingWorkingDays: null, clarificationsCloseAt: null, answersDueAt: null };

/**
 * Publishes, or where further approvals are set passes it on to the next. Once published, text, terms, criteria and
 * dates are frozen by the database.
 */
export const approveQuestion = command({
  name: 'questions.approve',
  input: z.strictObject({ reference: referenceInput }),
  load: async ({ tx, input, actor }) => {
    const row = await lockedWholeQuestion(tx, input.reference);
    if (!row) return null;
    const asked = await withApprovals(tx, row);
    const undeclared = await whyNotDeclared(tx, actor, { questionId: row.id, approvals: asked.approvals });
    return { ...asked, undeclared, holidays: await loadHolidays(tx) };
  },
  authorise: (actor, { row, approvals }) => mayGiveApproval(actor, publicationTurn(actor, row, approvals)),
  subject: ({ row }) => ({ noun: 'question', nounId: row.id }),
  decide: ({ loaded, now, actor, newId }): Decided => {
    const { row, approvals, digest, holidays, undeclared } = loaded;
    if (stateOf(row, now) !== 'awaitingApproval')
      return refuse('QuestionIsNotAwaitingApproval', 'This question no longer awaits approval.', {
        stale: true,
      });
    if (undeclared) return undeclared;
    const unfinished = unfinishedTasks(row);
    if (unfinished.length > 0)
      return refuse('DraftIsUnfinished', 'Return it: some of its tasks are unfinished.');
    const windows = row.closesAt ? windowsOf(now, row.closesAt, holidays) : NO_WINDOWS;
    if (!windows || (row.expressionsCloseAt && row.expressionsCloseAt <= now)) return tooSoon;
    const personId = isPerson(actor) ? actor.id : '';
    const given = approvalGiven(
      approvals,
      { questionId: row.id, recommendationId: null },
      { personId, digest },
    );
    const facts = given ? [approvalFact(given)] : [];
    if (!isLastApproval(approvals)) return { change: { row, given, published: null }, facts };
    const data = {
      teamId: row.teamId,
      authorId: row.authorId,
      route: row.route.slug,
      visibility: row.visibility,
    };
    const approvedById = approvedFirstBy(approvals) ?? personId;
    return {
      change: { row, given, published: { windows, approvedById, versionId: newId() } },
      facts: [...facts, { name: 'QuestionWasPublished', noun: 'question' as const, nounId: row.id, data }],
    };
  },
  save: async (saving, { row, given, published }) => {
    if (given) await recordApproval(saving, given);
    if (published) await publish(saving, row, published);
    return { reference: row.reference, published: published !== null, furtherLevel: (given?.level ?? 0) > 0 };
  },
});

type Decided =
  Refusal | Accepted<{ row: WholeQuestion; given: ApprovalGiven | null; published: Publication | null }>;

interface Publication {
  windows: PublishedWindows;
  approvedById: string;
  versionId: string;
}

async function publish(
  { tx, now }: Saving,
  row: WholeQuestion,
  { windows, approvedById, versionId }: Publication,
): Promise<void> {
  await tx.question.update({
    where: { id: row.id },
    data: { ...stamps(now, approvedById), ...windows, revision: { increment: 1 }, updatedAt: now },
  });
  await tx.questionVersion.create({
    data: {
      id: versionId,
      questionId: row.id,
      number: 1,
      content: publishedContent(row, windows),
      holdsFrom: now,
      recordedAt: now,
      recordedById: approvedById,
    },
  });
}

const stamps = (now: Date, approvedById: string | null) => ({
  approvedAt: now,
  publishedAt: now,
  approvedById,
});

const tooSoon: Refusal = refuse(
  'ClosingDateIsTooSoon',
  'It would close too soon: leave at least two working days. Return it with a note to change its dates.',
);

export type PublishedWindows = Windows | typeof NO_WINDOWS;
