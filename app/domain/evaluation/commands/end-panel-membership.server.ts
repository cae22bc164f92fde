import { z } from 'zod';
import { command } from '../../command.server';
import { referenceInput } from '../../reference-input';
import { refuse } from '../../refusal';
import { livePanel } from '../competition';
import { mayRunPanel } from '../evaluation-policy';
import { lockedCompetition } from '../load-competition.server';
import { startWhenReady } from '../interests/start-evaluation.server';
import { mayChangePanel } from './appoint-panel-member.server';

export const endPanelMembership = command({
  name: 'evaluation.endPanelMembership',
  input: z.strictObject({
    reference: referenceInput,
    person: referenceInput,
    /** Only if they have scored nothing yet. */
    unstarted: z.boolean().default(false),
  }),
  load: async ({ tx, input }) => {
    const competition = await lockedCompetition(tx, input.reference);
    const member =
      competition && livePanel(competition).find(({ person }) => person.reference === input.person);
    if (!competition || !member) return null;
    const where = { personId: member.person.id, bid: { questionId: competition.question.id } };
    return { competition, member, started: input.unstarted && (await tx.score.count({ where })) > 0 };
  },
  authorise: (actor, { competition }) => mayRunPanel(actor, competition.question),
  subject: ({ competition }) => ({ noun: 'question', nounId: competition.question.id }),
  decide: ({ loaded: { competition, member, started } }) => {
    if (started) return refuse('AssessmentHasBegun', `${member.person.name} has begun to score.`);
    if (!mayChangePanel(competition))
      return refuse(
        'PanelIsSettled',
        'Quality is agreed or the question is over, so its panel can no longer change.',
      );
    const { id: questionId, reference } = competition.question;
    const personId = member.person.id;
    return {
      change: { questionId, reference, personId },
      facts: [
        {
          name: 'PanelMembershipWasEnded',
          noun: 'question',
          nounId: questionId,
          data: { personId, role: member.role },
        },
      ],
    };
  },
  save: async (saving, { questionId, reference, personId }) => {
    await saving.tx.panelMembership.update({
      where: { questionId_personId: { questionId, personId } },
      data: { endedAt: saving.now },
    });
    await startWhenReady(saving, questionId);
    return { reference };
  },
});
