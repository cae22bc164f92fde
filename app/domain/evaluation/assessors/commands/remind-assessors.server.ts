import { z } from 'zod';
import { command } from '../../../command.server';
import { referenceInput } from '../../../reference-input';
import { refuse } from '../../../refusal';
import { stageOf } from '../../competition';
import { lockedCompetition } from '../../load-competition.server';
import { mayAssign } from '../assigning-policy';

const DAY_MS = 24 * 3_600_000;

/** Reminds every assessor whose scores are not in, or one of them, at most once a day each. */
export const remindAssessors = command({
  name: 'evaluation.remindAssessors',
  input: z.strictObject({ reference: referenceInput, person: referenceInput.optional() }),
  load: async ({ tx, input }) => {
    const competition = await lockedCompetition(tx, input.reference);
    if (!competition) return null;
    const open = await tx.$queryRaw<{ id: string; personId: string; remindedAt: Date | null }[]>`
      SELECT a.id, a.person_id AS "personId", a.reminded_at AS "remindedAt"
      FROM assessment a JOIN bid b ON b.id = a.bid_id
      JOIN panel_membership m ON m.question_id = b.question_id AND m.person_id = a.person_id AND m.ended_at IS NULL
      JOIN person p ON p.id = a.person_id
      WHERE b.question_id = ${competition.question.id}::uuid
        AND (${input.person ?? null}::text IS NULL OR p.reference = ${input.person ?? null}::text) AND b.excluded_at IS NULL AND a.moved_at IS NULL AND a.refused_at IS NULL
        AND NOT EXISTS (SELECT FROM score s WHERE s.bid_id = a.bid_id AND s.person_id = a.person_id
          AND s.submitted_at IS NOT NULL)
      ORDER BY a.person_id`;
    return { competition, open };
  },
  authorise: (actor, { competition }) => mayAssign(actor, competition),
  subject: ({ competition }) => ({ noun: 'question', nounId: competition.question.id }),
  decide: ({ loaded: { competition, open }, now }) => {
    const { id: questionId, reference } = competition.question;
    if (stageOf(competition) !== 'scoring') return refuse('ScoringIsNotOn', 'Scoring is not on.');
    const due = open.filter(
      ({ remindedAt }) => !remindedAt || now.getTime() - remindedAt.getTime() >= DAY_MS,
    );
    if (due.length === 0)
      return refuse(
        'NobodyToRemind',
        'All scores are in, or everybody who is late was reminded within a day.',
      );
    const people = [...new Set(due.map(({ personId }) => personId))];
    return {
      change: { reference, ids: due.map(({ id }) => id), people: people.length },
      facts: people.map((personId) => ({
        name: 'AssessorWasReminded',
        noun: 'question' as const,
        nounId: questionId,
        data: { personId },
      })),
    };
  },
  save: async ({ tx, now }, { reference, ids, people }) => {
    await tx.assessment.updateMany({ where: { id: { in: ids } }, data: { remindedAt: now } });
    return { reference, people };
  },
});
