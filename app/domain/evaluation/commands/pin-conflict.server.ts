import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { textInput } from '../../form-inputs';
import { optionalReferenceInput, referenceInput } from '../../reference-input';
import { refuseField } from '../../refusal';
import { stageOf } from '../competition';
import { mayPinConflict } from '../interests/conflicts/conflict-policy';
import { behindOf, ownOpenConflicts } from '../interests/conflicts/load-conflict.server';
import { influential } from '../interests/declarations';
import { raiseWalls } from '../interests/raise-walls.server';
import { lockedCompetition } from '../load-competition.server';

/** A coordinator sets an administrative conflict without evidence; theirs to lift. */
export const pinConflict = command({
  name: 'evaluation.pinConflict',
  input: z.strictObject({
    reference: referenceInput,
    person: z.string({ error: 'Choose a person' }).pipe(referenceInput),
    bid: optionalReferenceInput,
    reason: textInput('Give the reason for your decision', 2000),
  }),
  load: async ({ tx, actor, input }) => {
    const competition = await lockedCompetition(tx, input.reference);
    if (!competition) return null;
    const { id: questionId, openedAt } = competition.question;
    const person = influential(competition).find((one) => one.person.reference === input.person)?.person;
    const bid =
      input.bid && openedAt
        ? await tx.bid.findFirst({
            where: {
              reference: input.bid,
              questionId,
              submissions: { some: { replacedAt: null, withdrawnAt: null } },
            },
            select: { id: true },
          })
        : null;
    const bidId = bid ? behindOf(competition, { bidId: bid.id, kind: 'administrative' }) : null;
    const known = person
      ? await tx.conflict.findFirst({
          where: { questionId, personId: person.id, bidId, kind: 'administrative' },
          select: { id: true, confirmedAt: true },
        })
      : null;
    return {
      ...{ competition, person, known, bidId, isUnknownBid: input.bid !== '' && !bid },
      own: await ownOpenConflicts(tx, actor, questionId),
    };
  },
  authorise: (actor, { competition, own }) => mayPinConflict(actor, competition, own),
  subject: ({ competition }) => ({ noun: 'question', nounId: competition.question.id }),
  decide: ({ input: { reason }, loaded, actor, newId }) => {
    const { competition, person, known, bidId, isUnknownBid } = loaded;
    const { id: questionId, reference } = competition.question;
    const by = isPerson(actor) ? actor.id : '';
    if (['decided', 'withdrawn'].includes(stageOf(competition)))
      return refuseField('QuestionIsOver', 'person', 'This question is over');
    if (!person)
      return refuseField('PersonIsUnknown', 'person', 'Choose somebody who can influence the outcome');
    if (person.id === by)
      return refuseField('PersonIsOneself', 'person', 'Nobody decides about their own conflict');
    if (isUnknownBid) return refuseField('BidIsUnknown', 'bid', 'Choose one of the bids');
    if (known?.confirmedAt) return refuseField('ConflictIsSet', 'person', 'This conflict is set already');
    return {
      change: {
        id: known?.id ?? newId(),
        ...{ questionId, reference, personId: person.id, bidId, reason, by, isNew: !known },
      },
      facts: [
        {
          name: 'ConflictWasConfirmed',
          noun: 'question',
          nounId: questionId,
          data: {
            personId: person.id,
            kind: 'administrative',
            wholeCompetition: bidId === null,
            pinned: true,
          },
          personal: { personId: person.id, text: { reason } },
        },
      ],
    };
  },
  save: async (saving, { id, questionId, reference, personId, bidId, reason, by, isNew }) => {
    const { tx, now, newReference } = saving;
    const decided = { pinnedAt: now, confirmedAt: now, dismissedAt: null, decidedById: by };
    const row = { ...decided, decisionReason: reason };
    if (isNew)
      await tx.conflict.create({
        data: { id, reference: newReference(), questionId, personId, bidId, kind: 'administrative', ...row },
      });
    else await tx.conflict.update({ where: { id }, data: row });
    await raiseWalls(saving, { questionId, personId, behind: [bidId], reason, by });
    return { reference };
  },
});
