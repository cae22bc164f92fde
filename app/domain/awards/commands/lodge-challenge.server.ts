import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { listInput, textInput } from '../../form-inputs';
import { lockedQuestionById } from '../../questions/question-stage.server';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { GROUND_NAMES, inStandstill, refusedChallenge } from '../challenge/challenge';
import { mayChallenge } from '../challenge/challenge-policy';
import { awardsOf, bidToChallenge, lodgedBy } from '../challenge/load-challenge.server';

/** A challenge to the decision, which extends the standstill: no contract is signed before it is decided. */
export const lodgeChallenge = command({
  name: 'awards.lodgeChallenge',
  input: z.strictObject({
    reference: referenceInput,
    grounds: listInput(z.enum(GROUND_NAMES)),
    text: textInput('Say what you challenge and why', 10_000),
  }),
  load: async ({ tx, input }) => {
    const bid = await bidToChallenge(tx, input.reference);
    const question = bid && (await lockedQuestionById(tx, bid.questionId));
    if (!question) return null;
    const awards = await awardsOf(tx, question.id);
    const isTold = awards.some(({ noticeAt }) => noticeAt !== null);
    return isTold ? { bid, awards, lodged: await lodgedBy(tx, bid.id) } : null;
  },
  authorise: (actor, { bid }) => mayChallenge(actor, bid),
  subject: ({ bid }) => ({ noun: 'bid', nounId: bid.id }),
  decide: ({
    input: { grounds, text },
    loaded: { bid, awards, lodged },
    actor,
    now,
    newId,
    newReference,
  }) => {
    const refused = refusedChallenge(awards, { bidId: bid.id, lodged }, now);
    if (refused) return refused;
    if (grounds.length === 0)
      return refuseField('GroundsAreMissing', 'grounds', 'Choose at least one ground');
    const { id: bidId, questionId } = bid;
    const id = newId();
    const lodgedById = isPerson(actor) ? actor.id : '';
    return {
      change: {
        bid: bid.reference,
        row: {
          id,
          reference: newReference(),
          questionId,
          bidId,
          grounds: [...new Set(grounds)],
          text,
          lodgedById,
        },
      },
      facts: [
        { name: 'ChallengeWasLodged', noun: 'bid', nounId: bidId, data: { questionId, challengeId: id } },
        // Without whose challenge it is: what an award tells is read by others.
        ...inStandstill(awards, now).map((award) => ({
          name: 'StandstillWasExtended',
          noun: 'award' as const,
          nounId: award.id,
          data: { questionId },
        })),
      ],
    };
  },
  save: async ({ tx, now }, { bid, row }) => {
    await tx.challenge.create({ data: { ...row, lodgedAt: now } });
    return { bid };
  },
  rules: {
    challenge_one_open: refuse('ChallengeIsOpen', 'Your challenge is being looked at already.', {
      stale: true,
    }),
  },
});
