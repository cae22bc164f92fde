import { z } from 'zod';
import { command } from '../../command.server';
import { questionForShareById } from '../../questions/question-stage.server';
import { referenceInput } from '../../reference-input';
import { refuseField } from '../../refusal';
import { MOST_MEMBERS } from '../bid';
import { mayLead } from '../bid-policy';
import { lockedBid } from '../bid-record.server';
import { whyClosed } from '../deadline';

const input = z.strictObject({
  reference: referenceInput,
  person: referenceInput,
  role: z.enum(['editor', 'partner'], { error: 'Choose what they can do' }),
});

/** Asks a verified expert to join; they see the bid only once they accept. */
export const inviteBidMember = command({
  name: 'bids.inviteMember',
  input,
  load: async ({ tx, input: { reference, person } }) => {
    const bid = await lockedBid(tx, reference);
    if (!bid) return null;
    const question = await questionForShareById(tx, bid.questionId);
    const invited = await tx.person.findFirst({
      where: {
        reference: person,
        verifiedAt: { not: null },
        suspendedAt: null,
        erasedAt: null,
        expertProfile: { isNot: null },
      },
      select: { id: true, name: true },
    });
    return question && { bid, question, invited };
  },
  authorise: (actor, { bid }) => mayLead(actor, bid),
  subject: ({ bid }) => ({ noun: 'bid', nounId: bid.id }),
  decide: ({ input: { role }, loaded: { bid, question, invited }, now }) => {
    const closed = whyClosed(question, now, 'Nobody was invited.');
    if (closed) return closed;
    if (!invited) return refuseField('PersonIsUnknown', 'person', 'No verified expert has this reference');
    const place = bid.members.find((member) => member.personId === invited.id);
    if (place && !place.declinedAt)
      return refuseField(
        'PersonIsInTheBid',
        'person',
        `${invited.name} is in this bid already, or has been asked`,
      );
    if (bid.members.length >= MOST_MEMBERS)
      return refuseField('BidIsFull', 'person', `A bid holds at most ${MOST_MEMBERS} people`);
    return {
      change: { bid, person: invited, role },
      facts: [
        { name: 'BidMemberWasInvited', noun: 'bid', nounId: bid.id, data: { personId: invited.id, role } },
      ],
    };
  },
  save: async ({ tx, now }, { bid, person, role }) => {
    const where = { bidId_personId: { bidId: bid.id, personId: person.id } };
    const again = { role, invitedAt: now, declinedAt: null, acceptedAt: null };
    await tx.bidMember.upsert({
      where,
      create: { bidId: bid.id, personId: person.id, role, invitedAt: now },
      update: again,
    });
    return { reference: bid.reference, name: person.name };
  },
});
