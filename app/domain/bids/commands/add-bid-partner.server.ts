import { z } from 'zod';
import { command } from '../../command.server';
import { optionalTextInput } from '../../form-inputs';
import { questionForShareById } from '../../questions/question-stage.server';
import { referenceInput } from '../../reference-input';
import { refuseField } from '../../refusal';
import { mayLead } from '../bid-policy';
import { lockedBid } from '../bid-record.server';
import { whyClosed } from '../deadline';

const input = z.strictObject({
  reference: referenceInput,
  organisation: referenceInput,
  part: optionalTextInput(300),
});

/** Names an organisation that would do part of the work. The panel declares its interests against it. */
export const addBidPartner = command({
  name: 'bids.addPartner',
  input,
  load: async ({ tx, input: { reference, organisation } }) => {
    const bid = await lockedBid(tx, reference);
    if (!bid) return null;
    const question = await questionForShareById(tx, bid.questionId);
    const partner = await tx.organisation.findFirst({
      where: { reference: organisation, mergedIntoId: null, closedAt: null },
      select: { id: true, name: true, reference: true },
    });
    return question && { bid, question, partner };
  },
  authorise: (actor, { bid }) => mayLead(actor, bid),
  subject: ({ bid }) => ({ noun: 'bid', nounId: bid.id }),
  decide: ({ input: { part }, loaded: { bid, question, partner }, now }) => {
    const closed = whyClosed(question, now, 'The bid stays as it is.');
    if (closed) return closed;
    if (!partner)
      return refuseField('OrganisationIsUnknown', 'organisation', 'No organisation has this reference');
    if (bid.partners.some((one) => one.reference === partner.reference))
      return refuseField('PartnerIsNamed', 'organisation', `${partner.name} is a partner already`);
    return {
      change: { bid, partner, part },
      facts: [
        { name: 'BidPartnerWasAdded', noun: 'bid', nounId: bid.id, data: { organisationId: partner.id } },
      ],
    };
  },
  save: async ({ tx }, { bid, partner, part }) => {
    await tx.bidPartner.create({ data: { bidId: bid.id, organisationId: partner.id, part } });
    return { reference: bid.reference, name: partner.name };
  },
});
