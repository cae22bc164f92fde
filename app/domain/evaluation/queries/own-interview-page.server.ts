import { z } from 'zod';
import { isPerson } from '../../actor';
import { mayLead } from '../../bids/bid-policy';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { mayAnswerPanel, mayReadFromPanel } from '../bidder-policy';
import { ownInterview } from '../interviews/own-interview.server';

/** One's own interview: what will be asked, the times offered, and the one chosen. Nothing of any other bid. */
export const ownInterviewPage = query({
  name: 'evaluation.ownInterview',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isPerson(actor) ? actor.id : null),
  read: async ({ db, actor, scope, input, now }) => {
    const own = scope ? await ownInterview(db, input.reference, false) : null;
    if (!own || !isAllowed(mayReadFromPanel(actor, own.bid))) return null;
    const { bid, interview, round, slots, over } = own;
    const live = !over && !interview.withdrawnAt && !interview.recordedAt;
    return {
      reference: bid.reference,
      title: bid.questionTitle,
      asks: round.asks,
      chooseBy: round.chooseBy,
      slots,
      chosen: slots.find(({ id }) => id === interview.slotId) ?? null,
      withdrawn: interview.withdrawnAt !== null,
      may: {
        choose: live && now < round.chooseBy && isAllowed(mayAnswerPanel(actor, bid)),
        withdraw: live && isAllowed(mayLead(actor, bid)),
      },
    };
  },
});
