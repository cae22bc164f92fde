import { z } from 'zod';
import { isPerson } from '../../actor';
import { command, type Saving } from '../../command.server';
import type { FactDraft } from '../../fact';
import { textInput } from '../../form-inputs';
import { reserveOf, standingAwards } from '../../evaluation/reserve/load-reserve.server';
import { recordStage } from '../../questions/question-stage.server';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { mayDecideChallenge } from '../challenge/challenge-policy';
import { awardsOf, loadChallenge } from '../challenge/load-challenge.server';
import { endAward } from '../reserve/end-award.server';

const UPHELD = 'A challenge to the decision was upheld.';

/** Decides a challenge. Upheld, the awards without a contract are withdrawn and the assessment goes on from a stage. */
export const decideChallenge = command({
  name: 'awards.decideChallenge',
  input: z.strictObject({
    reference: referenceInput,
    outcome: z.enum(['upheld', 'partly', 'rejected'], { error: 'Choose what you decide' }),
    remedy: z.enum(['', 'withdraw', 'scoring']).default(''),
    reasons: textInput('Say why', 10_000),
  }),
  load: async ({ tx, input }) => {
    const challenge = await loadChallenge(tx, input.reference, { locked: true });
    if (!challenge) return null;
    const { questionId } = challenge;
    const awards = await awardsOf(tx, questionId);
    return { challenge, awards, reserve: await reserveOf(tx, questionId) };
  },
  authorise: (actor, { challenge }) => mayDecideChallenge(actor, challenge),
  subject: ({ challenge }) => ({ noun: 'bid', nounId: challenge.bid.id }),
  decide: ({ input, loaded: { challenge, awards, reserve }, actor }) => {
    const { outcome, remedy, reasons } = input;
    if (challenge.decidedAt)
      return refuse('ChallengeIsDecided', 'This challenge has been decided already.', { stale: true });
    if (outcome === 'upheld' && remedy === '')
      return refuseField('RemedyIsMissing', 'remedy', 'Choose what follows');
    const { questionId } = challenge;
    const standing = awards.filter(({ withdrawnAt, contractedAt }) => !withdrawnAt && !contractedAt);
    const about = { noun: 'bid' as const, nounId: challenge.bid.id };
    const facts: FactDraft[] = [
      { name: 'ChallengeWasDecided', ...about, data: { questionId, challengeId: challenge.id, outcome } },
    ];
    const ends = outcome === 'upheld';
    if (ends) {
      for (const { id } of standing)
        facts.push({
          name: 'AwardDecisionWasWithdrawn',
          noun: 'award',
          nounId: id,
          data: { questionId, reopens: true },
        });
      for (const { bidId, position } of reserve)
        facts.push({
          name: 'ReservePlaceWasReleased',
          noun: 'bid',
          nounId: bidId,
          data: { questionId, position },
        });
    }
    return {
      change: {
        id: challenge.id,
        bid: challenge.reference,
        questionId,
        row: { outcome, reasons, remedy: ends && remedy !== '' ? remedy : null },
        decidedById: isPerson(actor) ? actor.id : null,
        awardIds: standing.map(({ id }) => id),
        reserveIds: reserve.map(({ id }) => id),
      },
      facts,
    };
  },
  save: async (saving, { id, bid, questionId, row, decidedById, awardIds, reserveIds }) => {
    const { tx, now } = saving;
    await tx.challenge.update({ where: { id }, data: { ...row, decidedById, decidedAt: now } });
    if (row.outcome === 'upheld')
      await startAgain(saving, { questionId, awardIds, reserveIds, from: row.remedy });
    return { reference: bid };
  },
});

interface Again {
  questionId: string;
  awardIds: string[];
  reserveIds: string[];
  from: string | null;
}

async function startAgain(saving: Saving, { questionId, awardIds, reserveIds, from }: Again): Promise<void> {
  const { tx, now } = saving;
  await tx.reservePlace.updateMany({
    where: { id: { in: reserveIds } },
    data: { releasedAt: now, releasedReason: UPHELD },
  });
  for (const id of awardIds) await endAward(saving, { id, questionId, reason: UPHELD, ending: 'challenged' });
  // Where another award has its contract, its scores stand.
  if (from === 'scoring' && (await standingAwards(tx, questionId)) === 0)
    await recordStage(tx, questionId, { qualityAgreedAt: null, interviewsAgreedAt: null });
}
