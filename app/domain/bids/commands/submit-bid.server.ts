import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { questionForShareById } from '../../questions/question-stage.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { mayLead, mayStart } from '../bid-policy';
import { lockedBid } from '../bid-record.server';
import { standingOf } from '../eligibility/eligibility';
import { eligibilityFor } from '../eligibility/load-eligibility.server';
import { gapsIn } from '../content/bid-gaps';
import { whyClosed } from '../deadline';
import { keepingFields } from '../keeping/keeping';
import { sayWhatMayBeKept } from '../keeping/keeping-rows.server';
import { readDraft } from '../sealing/draft-vault.server';
import { signReceipt } from '../sealing/receipt-signing.server';
import { publicKeysOf } from '../sealing/seal-keys.server';
import { sealContent } from '../sealing/sealed-content.server';
import { signatureFits } from '../sign-off/content-signature.server';
import { openSignOff } from '../sign-off/open-sign-off.server';
import { whyUnsigned } from '../sign-off/sign-off';

const input = z.strictObject({
  reference: referenceInput,
  /** The revision on the page that was checked. */
  revision: z.coerce.number().int().min(1),
  ...keepingFields,
});

const ineligible = refuse(
  'BidderIsNotEligible',
  'By your last answers you may not bid for this question, so nothing was submitted. Your bid stays in your drafts.',
);

/**
 * Submits what the draft holds, in place of what was submitted before. The clock is read after the share lock
 * on the question, so no opening can fall between the decision and the commit.
 */
export const submitBid = command({
  name: 'bids.submit',
  input,
  load: async ({ tx, actor, input: { reference } }) => {
    const bid = await lockedBid(tx, reference);
    if (!bid || !isPerson(actor)) return null;
    const question = await questionForShareById(tx, bid.questionId);
    if (!question) return null;
    const { asked, last } = await eligibilityFor(tx, question, actor.id);
    return {
      bid,
      question,
      eligible: standingOf(asked, last),
      content: readDraft(bid).content,
      signOff: await openSignOff(tx, bid.id),
    };
  },
  authorise: (actor, { bid, question }) => {
    const lead = mayLead(actor, bid);
    const eligible = mayStart(actor, question);
    return lead.kind === 'allow' && eligible.kind === 'deny' ? eligible : lead;
  },
  subject: ({ bid }) => ({ noun: 'bid', nounId: bid.id }),
  decide: ({
    input: { revision, keep, datasetLines },
    loaded: { bid, question, eligible, content, signOff },
    actor,
    now,
  }) => {
    const closed = whyClosed(question, now, 'Your bid was not submitted and stays in your drafts.');
    if (closed) return closed;
    if (eligible === 'ineligible') return ineligible;
    if (revision !== bid.revision)
      return refuse(
        'BidChangedSince',
        'This bid changed after you opened this page. Check it again, then submit.',
        {
          stale: true,
        },
      );
    const [gap, ...more] = gapsIn(content, bid);
    if (gap) {
      const others = more.length > 0 ? ` and ${more.length} more` : '';
      return refuse('BidIsIncomplete', `The bid is not complete: ${gap.message}${others}`);
    }
    const signOffId = signOff && signatureFits(signOff, bid.id, content) ? signOff.id : null;
    const unsigned = bid.signOffRequired && !signOffId ? whyUnsigned(signOff) : null;
    if (unsigned) return refuse('SignatureIsNeeded', `${unsigned} Nothing was submitted.`);
    const by = actor.kind === 'person' ? actor.id : '';
    const keeping = { bidId: bid.id, by, keep, datasetLines };
    return { change: { bid, content, number: bid.submissions + 1, by, signOffId, keeping }, facts: [] };
  },
  save: async ({ tx, now, newId, record }, { bid, content, number, by, signOffId, keeping }) => {
    const keys = await publicKeysOf(tx, bid.questionId);
    const about = {
      question: bid.questionReference,
      bid: bid.reference,
      submission: number,
      submittedAt: now,
    };
    const sealed = sealContent(keys, { questionId: bid.questionId, bidId: bid.id, number }, content);
    const receipt = signReceipt(about, content);
    const replaced = { bidId: bid.id, replacedAt: null, withdrawnAt: null };
    await tx.bidSubmission.updateMany({ where: replaced, data: { replacedAt: now } });
    await tx.bidSubmission.create({
      data: {
        id: newId(),
        bidId: bid.id,
        number,
        ...sealed,
        ...receipt,
        submittedById: by,
        signOffId,
        submittedAt: now,
      },
    });
    await sayWhatMayBeKept(tx, keeping, now);
    if (bid.withdrawnAt)
      await tx.bid.update({ where: { id: bid.id }, data: { withdrawnAt: null, withdrawnReason: null } });
    const hash = Buffer.from(receipt.contentHash).toString('hex');
    record({ name: 'BidWasSubmitted', noun: 'bid', nounId: bid.id, data: { submission: number, hash } });
    return { reference: bid.reference, submission: number };
  },
});
