import { z } from 'zod';
import { isPerson, isWalledFromBid } from '../../../actor';
import { command } from '../../../command.server';
import { optionalTextInput } from '../../../form-inputs';
import { referenceInput } from '../../../reference-input';
import { refuse } from '../../../refusal';
import { contendingBids } from '../contending-bids.server';
import { lockedCompetition } from '../../load-competition.server';
import { flagConflicts } from '../flag-conflicts.server';
import { INTEREST_KINDS } from '../../interests/interest-kind';
import { EXPERTISE_NAMES } from '../assessor-reason';
import { mayStatePreferences } from '../assigning-policy';

const grade = (least: number, most: number) =>
  z
    .union([z.literal('').transform(() => undefined), z.coerce.number().int().min(least).max(most)], {
      error: 'Choose from the list',
    })
    .optional();

const row = z.strictObject({
  bid: referenceInput,
  wish: grade(-2, 2),
  expertise: grade(0, EXPERTISE_NAMES.length - 1),
  conflict: z
    .union([z.literal('').transform(() => undefined), z.enum(INTEREST_KINDS)], {
      error: 'Choose from the list',
    })
    .optional(),
  words: optionalTextInput(500, 'What the conflict is'),
});

/** How much an assessor wants each bid and how well they know its field: two things, said once or again until assigned. */
export const statePreferences = command({
  name: 'evaluation.statePreferences',
  input: z.strictObject({ reference: referenceInput, bids: z.array(row).min(1).max(500) }),
  load: async ({ tx, input }) => {
    const competition = await lockedCompetition(tx, input.reference);
    return competition && { competition, bids: await contendingBids(tx, competition.question.id) };
  },
  authorise: (actor, { competition }) => mayStatePreferences(actor, competition),
  subject: ({ competition }) => ({ noun: 'question', nounId: competition.question.id }),
  decide: ({ input, loaded: { competition, bids }, actor }) => {
    const { id: questionId, reference } = competition.question;
    if (competition.assigning?.confirmedAt)
      return refuse(
        'AssignmentIsConfirmed',
        'Bids are assigned, so preferences can no longer be changed. Refuse a bid on its own page.',
      );
    const known = new Map(
      bids.filter(({ id }) => !isWalledFromBid(actor, questionId, id)).map((bid) => [bid.reference, bid.id]),
    );
    const rows = input.bids.flatMap((one) => {
      const bidId = known.get(one.bid);
      return bidId ? [{ bidId, ...one }] : [];
    });
    if (new Set(rows.map(({ bidId }) => bidId)).size < input.bids.length)
      return refuse('BidsDoNotFit', 'These are not the bids of this question. Read the page again.', {
        stale: true,
      });
    const gaps = input.bids.flatMap(({ conflict, words }, place) =>
      conflict && words === '' ? [[`bids[${place}].words`, 'Say what the conflict is']] : [],
    );
    if (gaps.length > 0)
      return refuse('ConflictHasNoWords', 'Say what the conflict is.', {
        fields: Object.fromEntries(gaps) as Record<string, string>,
      });
    const personId = isPerson(actor) ? actor.id : '';
    const flagged = rows.filter(({ conflict }) => conflict);
    return {
      change: { questionId, reference, personId, rows },
      facts: [
        { name: 'PreferencesWereStated', noun: 'question' as const, nounId: questionId, data: { personId } },
        ...flagged.map(({ bidId, words }) => ({
          name: 'ConflictWasFlagged',
          noun: 'bid' as const,
          nounId: bidId,
          data: { personId },
          personal: { personId, text: { words } },
        })),
      ],
    };
  },
  save: async (saving, { questionId, reference, personId, rows }) => {
    const { tx, now } = saving;
    await flagConflicts(saving, questionId, personId, rows);
    await tx.bidPreference.deleteMany({ where: { personId, bid: { questionId } } });
    await tx.bidPreference.createMany({
      data: rows.map(({ bidId, wish, expertise, conflict, words }) => ({
        bidId,
        personId,
        wish: wish ?? null,
        expertise: expertise ?? null,
        conflictKind: conflict ?? null,
        conflictWords: conflict ? words : '',
        statedAt: now,
      })),
    });
    return { reference };
  },
});
