import { z } from 'zod';
import { command } from '../../command.server';
import { questionForShare } from '../../questions/question-stage.server';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { mayStart } from '../bid-policy';
import { standingOf } from '../eligibility/eligibility';
import { eligibilityFor } from '../eligibility/load-eligibility.server';
import { emptyContent } from '../content/bid-content';
import { MOST_LOTS } from '../../questions/lots/lot';
import { whyClosed } from '../deadline';
import { noLot, ownBidsFor, tooManyLots } from '../lots/own-bids-for.server';
import { firstDraft } from '../sealing/draft-vault.server';
import { expressionStanding } from '../expressions/expression-standing.server';
import { makeSealKeys } from '../sealing/seal-keys.server';

const input = z.strictObject({
  /** Of the question. */
  reference: referenceInput,
  /** Of the organisation bid for; `independent` for none. */
  organisation: z.string({ error: 'Choose who you bid for' }).max(20),
  /** Its number, where the question is divided into lots. */
  lot: z.coerce.number({ error: 'Choose the lot you bid for' }).int().min(1).max(MOST_LOTS).optional(),
  /** Where this lot stands among those that its lead bids for: 1 is wanted most. */
  order: z.coerce.number({ error: 'Enter a number, like 1' }).int().min(1).max(MOST_LOTS).optional(),
  termsRead: z.literal(true, { error: 'Confirm that you have read the terms' }),
});

const exists = refuse(
  'BidExistsAlready',
  'You lead a bid for this question already. Find it under your bids.',
);

const existsForLot = refuseField(
  'BidExistsAlready',
  'lot',
  'You lead a bid for this lot already. Find it under your bids',
);

const unconfirmed = refuse(
  'EligibilityIsNotConfirmed',
  'Confirm first that you may bid for this question, for whom you bid.',
);

const uninvited = refuse(
  'OnlyTheInvitedBid',
  'Only those invited after their expression of interest bid for this question.',
);

export const startBid = command({
  name: 'bids.start',
  input,
  load: async ({ tx, actor, input: { reference, organisation, lot } }) => {
    const question = await questionForShare(tx, reference);
    if (!question || actor.kind !== 'person') return null;
    const lots = await tx.lot.findMany({
      where: { questionId: question.id },
      select: { id: true, number: true },
    });
    const held = await ownBidsFor(tx, question.id, actor.id);
    const chosen =
      organisation === 'independent'
        ? null
        : await tx.organisation.findFirst({
            where: { reference: organisation, id: { in: actor.organisationIds } },
            select: { id: true },
          });
    const { asked, last } = await eligibilityFor(tx, question, actor.id);
    return {
      question,
      standing: standingOf(asked, last),
      expression: await expressionStanding(tx, question, actor.id),
      confirmedFor: last?.organisationId ?? null,
      held,
      lots,
      lotId: lots.find(({ number }) => number === lot)?.id ?? null,
      organisationId: chosen?.id ?? null,
      known: organisation === 'independent' || chosen !== null,
    };
  },
  authorise: (actor, { question }) => mayStart(actor, question),
  subject: ({ question }) => ({ noun: 'question', nounId: question.id }),
  decide: ({ input, loaded, actor, now, newId, newReference }) => {
    const { question, held, lots, lotId, organisationId, known, standing, confirmedFor, expression } = loaded;
    const closed = whyClosed(question, now, 'No bid was started.');
    if (closed) return closed;
    if (lots.length > 0 && !lotId) return noLot;
    if (held.some((own) => own.lotId === lotId)) return lotId ? existsForLot : exists;
    const most = question.lotsMostBids;
    if (lotId && most !== null && held.filter(({ stands }) => stands).length >= most)
      return tooManyLots(most);
    if (!known)
      return refuseField('OrganisationIsUnknown', 'organisation', 'Choose one of your organisations');
    if (question.signOffRequired && organisationId === null)
      return refuseField(
        'OrganisationIsNeeded',
        'organisation',
        'Each bid for this question is signed by an organisation, so choose the one you bid for',
      );
    if (expression !== 'notAsked' && expression !== 'invited') return uninvited;
    if (standing !== 'notAsked' && (standing !== 'eligible' || confirmedFor !== organisationId))
      return unconfirmed;
    if (actor.kind !== 'person') return exists;
    const lotOrder = lotId ? (input.order ?? held.length + 1) : null;
    const bid = { id: newId(), reference: newReference(), leadId: actor.id, organisationId, lotId, lotOrder };
    return {
      change: { bid, question },
      facts: [{ name: 'BidWasStarted', noun: 'bid', nounId: bid.id }],
    };
  },
  save: async ({ tx, now }, { bid, question }) => {
    await makeSealKeys(tx, { id: question.id, twoOpeners: question.route.twoOpeners }, now);
    await tx.bid.create({
      data: {
        ...bid,
        ...firstDraft(bid.id, emptyContent()),
        questionId: question.id,
        savedById: bid.leadId,
        createdAt: now,
        updatedAt: now,
      },
    });
    await tx.bidMember.create({
      data: { bidId: bid.id, personId: bid.leadId, role: 'lead', invitedAt: now, acceptedAt: now },
    });
    return { reference: bid.reference };
  },
  rules: { bid_one_a_lead: exists },
});
