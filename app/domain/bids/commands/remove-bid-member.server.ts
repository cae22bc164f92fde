import { z } from 'zod';
import { isPerson, type Actor } from '../../actor';
import { command } from '../../command.server';
import { allow, type Verdict } from '../../policy';
import { questionForShareById } from '../../questions/question-stage.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { mayLead, mayRead, type BidForPolicy } from '../bid-policy';
import { lockedBid } from '../bid-record.server';
import { whyClosed } from '../deadline';

const input = z.strictObject({ reference: referenceInput, person: referenceInput });

/** The lead removes anybody; everybody may leave. */
const mayRemove = (actor: Actor, bid: BidForPolicy, personId: string | undefined): Verdict => {
  const readable = mayRead(actor, bid);
  if (readable.kind !== 'allow') return readable;
  return isPerson(actor) && actor.id === personId ? allow : mayLead(actor, bid);
};

export const removeBidMember = command({
  name: 'bids.removeMember',
  input,
  load: async ({ tx, input: { reference, person } }) => {
    const bid = await lockedBid(tx, reference);
    if (!bid) return null;
    const question = await questionForShareById(tx, bid.questionId);
    return question && { bid, question, member: bid.members.find((one) => one.reference === person) };
  },
  authorise: (actor, { bid, member }) => mayRemove(actor, bid, member?.personId),
  subject: ({ bid }) => ({ noun: 'bid', nounId: bid.id }),
  decide: ({ loaded: { bid, question, member }, now, actor }) => {
    const closed = whyClosed(question, now, 'The bid stays as it is.');
    if (closed) return closed;
    if (!member) return refuse('PersonIsNotInTheBid', 'This person is not in the bid.');
    if (member.role === 'lead')
      return refuse('LeadStays', 'The lead cannot leave a bid. Withdraw or discard it instead.');
    const own = actor.kind === 'person' && actor.id === member.personId;
    return {
      change: { bid, member, own },
      facts: [
        {
          name: 'BidMemberWasRemoved',
          noun: 'bid',
          nounId: bid.id,
          data: { personId: member.personId, own },
        },
      ],
    };
  },
  save: async ({ tx }, { bid, member, own }) => {
    await tx.bidMember.delete({ where: { bidId_personId: { bidId: bid.id, personId: member.personId } } });
    return { reference: bid.reference, name: member.name, own };
  },
});
