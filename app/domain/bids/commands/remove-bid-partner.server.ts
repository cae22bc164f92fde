import { z } from 'zod';
import { command } from '../../command.server';
import { questionForShareById } from '../../questions/question-stage.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { mayLead } from '../bid-policy';
import { lockedBid } from '../bid-record.server';
import { whyClosed } from '../deadline';

export const removeBidPartner = command({
  name: 'bids.removePartner',
  input: z.strictObject({ reference: referenceInput, organisation: referenceInput }),
  load: async ({ tx, input: { reference, organisation } }) => {
    const bid = await lockedBid(tx, reference);
    if (!bid) return null;
    const question = await questionForShareById(tx, bid.questionId);
    const partner = await tx.bidPartner.findFirst({
      where: { bidId: bid.id, organisation: { reference: organisation } },
      select: { organisationId: true, organisation: { select: { name: true } } },
    });
    return question && { bid, question, partner };
  },
  authorise: (actor, { bid }) => mayLead(actor, bid),
  subject: ({ bid }) => ({ noun: 'bid', nounId: bid.id }),
  decide: ({ loaded: { bid, question, partner }, now }) => {
    const closed = whyClosed(question, now, 'The bid stays as it is.');
    if (closed) return closed;
    if (!partner) return refuse('PartnerIsNotNamed', 'This organisation is not a partner of the bid.');
    const data = { organisationId: partner.organisationId };
    return {
      change: { bid, partner },
      facts: [{ name: 'BidPartnerWasRemoved', noun: 'bid', nounId: bid.id, data }],
    };
  },
  save: async ({ tx }, { bid, partner: { organisationId, organisation } }) => {
    await tx.bidPartner.delete({ where: { bidId_organisationId: { bidId: bid.id, organisationId } } });
    return { reference: bid.reference, name: organisation.name };
  },
});
