import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { optionalTextInput } from '../../form-inputs';
import { allow, isAllowed } from '../../policy';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { loadHolidays } from '../calendar.server';
import { isExtendable, mayConfirmExtension, mayProposeExtension } from '../dates/extension';
import { bidsHere, waitingExtension } from '../dates/load-extension.server';
import { noEarlier, windowsOf, type Windows } from '../dates/windows';
import { lockedWholeQuestion } from '../drafting/draft-loading.server';
import { publishedContent } from '../drafting/published-content';

const gone = refuse('ExtensionIsSettled', 'This has been confirmed or declined already.', { stale: true });

/** The second person confirms a later closing, and it moves at once; or declines it, as its proposer may too. */
export const settleExtension = command({
  name: 'questions.settle-extension',
  input: z.strictObject({
    reference: referenceInput,
    decision: z.enum(['confirmed', 'declined'], { error: 'Choose whether to confirm it' }),
    reason: optionalTextInput(1000),
  }),
  load: async ({ tx, actor, input }) => {
    const row = await lockedWholeQuestion(tx, input.reference);
    if (!row || !isPerson(actor)) return null;
    return {
      row,
      waiting: await waitingExtension(tx, row.id),
      bids: await bidsHere(tx, row.id, actor.id),
      holidays: await loadHolidays(tx),
    };
  },
  authorise: (actor, { row, waiting }, { decision }) => {
    if (!waiting) return mayProposeExtension(actor, row);
    const own = isPerson(actor) && actor.id === waiting.proposedById;
    const proposes = mayProposeExtension(actor, row);
    if (decision === 'declined' && own && isAllowed(proposes)) return allow;
    return mayConfirmExtension(actor, row, waiting.proposedById);
  },
  subject: ({ row }) => ({ noun: 'question', nounId: row.id }),
  decide: ({ input: { decision, reason }, loaded: { row, waiting, bids, holidays }, actor, now, newId }) => {
    if (!waiting) return gone;
    const by = isPerson(actor) ? actor.id : '';
    const fact = { noun: 'question' as const, nounId: row.id, data: { teamId: row.teamId } };
    const change = { row, waiting, by, reason, versionId: newId(), windows: null as Windows | null };
    if (decision === 'declined') {
      if (reason === '') return refuseField('ReasonIsMissing', 'reason', 'Say why it is declined');
      return { change, facts: [{ name: 'DeadlineExtensionWasDeclined', ...fact }] };
    }
    if (!isExtendable(row, now))
      return refuse('DeadlineHasPassed', 'The deadline has passed, so it cannot move any more.');
    if (bids > 0) return refuse('BidderMovesNoDeadline', 'You are part of a bid for this question.');
    const windows = windowsOf(row.publishedAt, waiting.closesAt, holidays);
    if (!windows) return refuse('ClosingDateIsTooSoon', 'It would still close too soon.');
    return {
      change: { ...change, windows: noEarlier(windows, row) },
      facts: [{ name: 'DeadlineWasExtended', ...fact }],
    };
  },
  save: async ({ tx, now }, { row, waiting, by, reason, windows, versionId }) => {
    const where = { id: waiting.id };
    const { reference } = row;
    if (!windows) {
      const declined = { declinedAt: now, declinedById: by, declinedReason: reason };
      await tx.deadlineExtension.update({ where, data: declined });
      return { reference, moved: false };
    }
    const { closesAt } = waiting;
    await tx.deadlineExtension.update({ where, data: { confirmedAt: now, confirmedById: by } });
    await tx.question.update({
      where: { id: row.id },
      data: { closesAt, ...windows, revision: { increment: 1 }, updatedAt: now },
    });
    const versions = await tx.questionVersion.count({ where: { questionId: row.id } });
    await tx.questionVersion.create({
      data: {
        id: versionId,
        questionId: row.id,
        number: versions + 1,
        content: publishedContent({ ...row, closesAt }, windows),
        holdsFrom: now,
        recordedAt: now,
        recordedById: by,
      },
    });
    return { reference, moved: true };
  },
});
