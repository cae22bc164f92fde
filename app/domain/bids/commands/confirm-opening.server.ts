import { z } from 'zod';
import { command } from '../../command.server';
import { deny, hide, isAllowed, type Verdict } from '../../policy';
import { maySee } from '../../questions/question-policy';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { showInstant } from '../../uk-time';
import type { Actor } from '../../actor';
import { mayOpen, openingCapacities } from '../bid-policy';
import { openBids, standingBids } from '../opening.server';
import { questionToOpen } from '../question-opening.server';

const input = z.strictObject({
  reference: referenceInput,
  capacity: z.enum(['moderator', 'budgetHolder'], { error: 'Choose in which capacity you open the bids' }),
});

type ToOpen = NonNullable<Awaited<ReturnType<typeof questionToOpen>>>;

/** An attempt before closing is denied, not refused, so that it stands in the trail. */
function mayConfirm(actor: Actor, { question, now }: ToOpen): Verdict {
  if (!isAllowed(mayOpen(actor, question)))
    return isAllowed(maySee(actor, question))
      ? deny('Bids are opened by the moderator and the budget holder of the question, or their deputies.')
      : hide;
  if (!question.publishedAt) return deny('This question is not published, so there are no bids to open.');
  if (!question.closesAt || now < question.closesAt) {
    const until = question.closesAt ? `until ${showInstant(question.closesAt)}` : 'until the question closes';
    return deny(`Bids are sealed ${until}. This attempt has been recorded.`);
  }
  return { kind: 'allow' };
}

/**
 * One opener's confirmation. It opens the bids by itself, or on a route with two openers together with that
 * of another person in the other capacity.
 */
export const confirmOpening = command({
  name: 'bids.confirmOpening',
  input,
  load: ({ tx, input: { reference } }) => questionToOpen(tx, reference),
  authorise: mayConfirm,
  subject: ({ question }) => ({ noun: 'question', nounId: question.id }),
  decide: ({ input: { capacity }, loaded: { question, confirmations }, actor }) => {
    if (actor.kind !== 'person') return refuse('OpenerIsUnknown', 'Sign in to open bids.');
    if (question.withdrawnAt)
      return refuse('QuestionWasWithdrawn', 'This question was withdrawn, so its bids stay sealed.');
    if (question.openedAt) return refuse('BidsAreOpen', 'The bids for this question are open already.');
    if (!openingCapacities(actor, question).includes(capacity))
      return refuse('CapacityIsNotYours', 'You cannot open bids in this capacity.');
    if (confirmations.some(({ personId }) => personId === actor.id))
      return refuse('SecondOpenerIsMissing', 'You have confirmed. A second person has to confirm too.');
    if (confirmations.some((one) => one.capacity === capacity))
      return refuse(
        'CapacityHasConfirmed',
        'Somebody has confirmed in this capacity already. The other opener is missing.',
      );
    const opens = confirmations.length + 1 >= (question.route.twoOpeners ? 2 : 1);
    return {
      change: { question, capacity, personId: actor.id, opens },
      facts: [{ name: 'OpeningWasConfirmed', noun: 'question', nounId: question.id, data: { capacity } }],
    };
  },
  save: async ({ tx, now, record }, { question, capacity, personId, opens }) => {
    await tx.openingConfirmation.create({
      data: { questionId: question.id, personId, capacity, confirmedAt: now },
    });
    if (!opens) return { reference: question.reference, opened: false };
    const { priceAfterQuality } = question.route;
    await openBids(tx, { id: question.id, priceAfterQuality }, now);
    const data = { bids: await standingBids(tx, question.id), pricesToo: !priceAfterQuality };
    record({ name: 'BidsWereOpened', noun: 'question', nounId: question.id, data });
    return { reference: question.reference, opened: true };
  },
});
