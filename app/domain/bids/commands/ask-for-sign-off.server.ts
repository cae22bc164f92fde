import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { queueMail } from '~/platform/mail-queue.server';
import { command } from '../../command.server';
import { parseAddress } from '../../people/email-address';
import { signOffLetter } from '../../people/letters/letters.server';
import { organisationOfAddress } from '../../people/person-emails.server';
import { limitAttempts } from '../../people/secrets/attempts.server';
import { questionForShareById } from '../../questions/question-stage.server';
import { parseReference } from '../../reference';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { mayLead } from '../bid-policy';
import { lockedBid } from '../bid-record.server';
import { whyClosed } from '../deadline';
import { openSignOff } from '../sign-off/open-sign-off.server';
import { mayBeWrittenTo } from '../sign-off/outside-the-house.server';
import { MOST_REQUESTS } from '../sign-off/sign-off';

const input = z.strictObject({
  reference: referenceInput,
  /** The reference of a member of the organisation, or an e-mail address of it. */
  approver: z.string({ error: 'Choose a person, or enter an e-mail address' }).trim().min(1).max(254),
  /** Which form was sent: told back with a refusal. */
  intent: z.literal('askAddress').optional(),
});

/** Asks one person of the organisation that bids to sign; whoever was asked before need not any more. */
export const askForSignOff = command({
  name: 'bids.askForSignOff',
  input,
  limit: (_actor, { approver }) => {
    const address = parseAddress(approver);
    return address ? limitAttempts(['mailToAddress', address]) : Promise.resolve(null);
  },
  load: async ({ tx, input: { reference, approver } }) => {
    const bid = await lockedBid(tx, reference);
    const question = bid && (await questionForShareById(tx, bid.questionId));
    if (!bid || !question) return null;
    const address = parseAddress(approver);
    return {
      bid,
      question,
      address: await ofOrganisation(tx, address, bid.organisationId),
      person: await memberOf(tx, address ? null : parseReference(approver), bid.organisationId),
      requests: await tx.bidSignOff.count({ where: { bidId: bid.id } }),
      open: await openSignOff(tx, bid.id),
    };
  },
  authorise: (actor, { bid }) => mayLead(actor, bid),
  subject: ({ bid }) => ({ noun: 'bid', nounId: bid.id }),
  decide: ({ loaded: { bid, question, address, person, requests, open }, actor, now, newId }) => {
    const closed = whyClosed(question, now, 'Nobody was asked to sign.');
    if (closed) return closed;
    if (!bid.organisationId)
      return refuse('NoOrganisationBids', 'This bid is for no organisation, so there is nobody to sign it.');
    if (requests >= MOST_REQUESTS)
      return refuse('TooManyWereAsked', `At most ${MOST_REQUESTS} people can be asked to sign one bid.`);
    if (!person && !address)
      return refuseField(
        'ApproverIsUnknown',
        'approver',
        `Choose a member of ${bid.organisationName ?? ''}, or enter an e-mail address of it`,
      );
    if (person && bid.members.some(({ personId, declinedAt }) => personId === person.id && !declinedAt))
      return refuseField(
        'ApproverIsInTheBid',
        'approver',
        'Whoever signs for the organisation is not one of those who make the bid',
      );
    const row = {
      id: newId(),
      bidId: bid.id,
      approverId: person?.id ?? null,
      address,
      askedById: actor.kind === 'person' ? actor.id : '',
    };
    const lead = actor.kind === 'person' ? actor.name : '';
    return {
      change: { row, open, lead, bid },
      facts: [
        { name: 'BidSignOffWasAskedFor', noun: 'bid', nounId: bid.id, data: { personId: row.approverId } },
      ],
    };
  },
  save: async ({ tx, now }, { row, open, lead, bid }) => {
    if (open) await tx.bidSignOff.update({ where: { id: open.id }, data: { endedAt: now } });
    await tx.bidSignOff.create({ data: { ...row, askedAt: now } });
    if (row.address && (await mayBeWrittenTo(tx, bid.questionId, row.address)))
      await queueMail(
        tx,
        signOffLetter(row.address, { lead, organisation: bid.organisationName ?? '', bid: bid.reference }),
      );
    return { reference: bid.reference };
  },
});

const memberOf = async (tx: Db, reference: string | null, organisationId: string | null) =>
  reference === null || organisationId === null
    ? null
    : tx.person.findFirst({
        where: {
          reference,
          verifiedAt: { not: null },
          suspendedAt: null,
          erasedAt: null,
          mergedIntoId: null,
          affiliations: {
            some: { organisationId, verifiedAt: { not: null }, endsOn: null },
          },
        },
        select: { id: true },
      });

/** Only an address of the organisation itself: whoever proves it is of the organisation by that. */
async function ofOrganisation(tx: Db, address: string | null, organisationId: string | null) {
  const holder = address ? await organisationOfAddress(tx, address) : null;
  return holder && holder.id === organisationId ? address : null;
}
