import { z } from 'zod';
import { command } from '../../command.server';
import { optionalTextInput } from '../../form-inputs';
import { questionForShareById } from '../../questions/question-stage.server';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { lockedBid } from '../bid-record.server';
import { gapsIn } from '../content/bid-gaps';
import { whyClosed } from '../deadline';
import { readDraft } from '../sealing/draft-vault.server';
import { signatureOf } from '../sign-off/content-signature.server';
import { openSignOff } from '../sign-off/open-sign-off.server';
import { maySign } from '../sign-off/sign-off-policy';

const input = z.strictObject({
  reference: referenceInput,
  /** The revision that was read. */
  revision: z.coerce.number().int().min(1),
  answer: z.enum(['sign', 'return'], { error: 'Choose whether to sign' }),
  reason: optionalTextInput(2000),
});

const CHANGED = refuse(
  'BidChangedSince',
  'This bid changed after you opened this page. Read it again, then answer.',
  { stale: true },
);

/** The named approver signs the text as it stands, or returns it with reasons. */
export const answerSignOff = command({
  name: 'bids.answerSignOff',
  input,
  load: async ({ tx, input: { reference } }) => {
    const bid = await lockedBid(tx, reference);
    const question = bid && (await questionForShareById(tx, bid.questionId));
    return bid && question
      ? { bid, question, signOff: await openSignOff(tx, bid.id), content: readDraft(bid).content }
      : null;
  },
  authorise: (actor, { question, signOff }) => maySign(actor, question, signOff),
  subject: ({ bid }) => ({ noun: 'bid', nounId: bid.id }),
  decide: ({ input: { revision, answer, reason }, loaded: { bid, question, signOff, content }, now }) => {
    const closed = whyClosed(question, now, 'Nothing was signed.');
    if (closed) return closed;
    if (!signOff || signOff.signedAt || signOff.returnedAt)
      return refuse('SignOffIsAnswered', 'You have answered already.', { stale: true });
    if (revision !== bid.revision) return CHANGED;
    if (answer === 'return' && reason === '')
      return refuseField('ReasonIsMissing', 'reason', 'Say what has to change before you sign');
    const [gap] = gapsIn(content, bid);
    if (answer === 'sign' && gap)
      return refuse('BidIsIncomplete', `The bid is not complete, so it cannot be signed yet: ${gap.message}`);
    const name = answer === 'sign' ? 'BidWasSigned' : 'BidSignOffWasReturned';
    const approverId = signOff.approverId ?? '';
    return {
      change: { bid, id: signOff.id, approverId, signed: answer === 'sign', reason, content },
      facts: [{ name, noun: 'bid', nounId: bid.id, data: { personId: approverId } }],
    };
  },
  save: async ({ tx, now }, { bid, id, approverId, signed, reason, content }) => {
    const data = signed
      ? { approverId, signedAt: now, ...signatureOf(bid.id, content) }
      : { approverId, returnedAt: now, returnedReason: reason };
    await tx.bidSignOff.update({ where: { id }, data });
    return { reference: bid.reference, signed };
  },
});
