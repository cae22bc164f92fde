import { z } from 'zod';
import { isPerson } from '../../../actor';
import { command } from '../../../command.server';
import { optionalDayInput } from '../../../form-inputs';
import { referenceInput } from '../../../reference-input';
import { refuse, refuseField } from '../../../refusal';
import { stageOf } from '../../competition';
import { mayRunPanel } from '../../evaluation-policy';
import { lockedCompetition } from '../../load-competition.server';

const count = (message: string, most: number) =>
  z.coerce.number({ error: message }).int(message).min(1, message).max(most, message);

/** That each assessor scores only the bids assigned to them; without it every evaluator scores all. */
export const planAssignment = command({
  name: 'evaluation.planAssignment',
  input: z.strictObject({
    reference: referenceInput,
    perBid: count('Enter how many assessors score each bid, from 1 to 10', 10),
    mostBids: count('Enter how many bids an assessor takes at most, from 1 to 200', 200),
    anonymous: z.enum(['yes', 'no'], { error: 'Say whether bids are shown without who bids' }),
    scoresDueOn: optionalDayInput('Scores are due on'),
  }),
  load: async ({ tx, input }) => {
    const competition = await lockedCompetition(tx, input.reference);
    if (!competition) return null;
    const scores = await tx.score.count({ where: { bid: { questionId: competition.question.id } } });
    return { competition, scores };
  },
  authorise: (actor, { competition }) => mayRunPanel(actor, competition.question),
  subject: ({ competition }) => ({ noun: 'question', nounId: competition.question.id }),
  decide: ({ input, loaded: { competition, scores }, actor }) => {
    const { id: questionId, reference, closesAt } = competition.question;
    if (!['beforeOpening', 'declaring', 'scoring'].includes(stageOf(competition)))
      return refuse(
        'PanelIsSettled',
        'Quality is agreed or the question is over, so nothing can be assigned any more.',
      );
    const { assigning } = competition;
    if (!assigning && scores > 0)
      return refuse(
        'ScoringHasBegun',
        'Scoring has begun with every evaluator scoring every bid, so bids can no longer be assigned.',
      );
    if (assigning?.confirmedAt && input.perBid < assigning.perBid)
      return refuseField(
        'AssignmentIsConfirmed',
        'perBid',
        'Bids are assigned, so their number of assessors can only grow',
      );
    if (input.scoresDueOn && closesAt && input.scoresDueOn < closesAt)
      return refuseField('DueBeforeClosing', 'scoresDueOn', 'Scores cannot be due before bids are in');
    const row = {
      perBid: input.perBid,
      mostBids: input.mostBids,
      anonymous: input.anonymous === 'yes',
      scoresDueOn: input.scoresDueOn ?? null,
      setById: isPerson(actor) ? actor.id : '',
    };
    return {
      change: { questionId, reference, row },
      facts: [
        {
          name: 'AssignmentWasPlanned',
          noun: 'question',
          nounId: questionId,
          data: { perBid: row.perBid, mostBids: row.mostBids, anonymous: row.anonymous },
        },
      ],
    };
  },
  save: async ({ tx, now }, { questionId, reference, row }) => {
    const data = { ...row, setAt: now };
    await tx.assignmentPlan.upsert({ where: { questionId }, create: { questionId, ...data }, update: data });
    return { reference };
  },
});
