import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { listInput, textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { ukDay } from '../../uk-time';
import { loadHolidays } from '../calendar.server';
import { cascadeDays, MOST_WORKING_DAYS } from '../cascading/cascade';
import { mayCascade } from '../cascading/cascade-policy';
import { lockedQuestion } from '../question-stage.server';

const MOST_TEAMS = 50;

/** Sends a question, or a priority of it, to teams at other levels, each of which answers for itself. */
export const sendToLevels = command({
  name: 'questions.send-to-levels',
  input: z.strictObject({
    reference: referenceInput,
    teams: listInput(referenceInput).pipe(
      z
        .array(z.string())
        .min(1, 'Choose at least one team')
        .max(MOST_TEAMS, `Choose ${MOST_TEAMS} teams at most`),
    ),
    priority: z.union([z.literal('').transform(() => undefined), referenceInput]).optional(),
    message: textInput('Say what you ask of them', 2000),
    workingDays: z.coerce
      .number('Enter a number of working days')
      .int('Enter a whole number of working days')
      .min(1, 'Enter at least 1 working day')
      .max(MOST_WORKING_DAYS, `Enter ${MOST_WORKING_DAYS} working days at most`),
  }),
  load: async ({ tx, input }) => {
    const question = await lockedQuestion(tx, input.reference);
    if (!question) return null;
    const teams = await tx.team.findMany({
      where: { reference: { in: input.teams }, closedAt: null, organisation: { level: { not: null } } },
      select: { id: true, organisation: { select: { level: true } } },
    });
    const priority = input.priority
      ? await tx.questionPriority.findFirst({
          where: { questionId: question.id, priority: { reference: input.priority } },
        })
      : null;
    return { question, teams, priority, holidays: await loadHolidays(tx) };
  },
  authorise: (actor, { question }) => mayCascade(actor, question),
  subject: ({ question }) => ({ noun: 'question', nounId: question.id }),
  rules: {
    cascade_question_id_team_id_key: refuse('TeamHasIt', 'One of these teams was sent this question already'),
  },
  decide: ({ input, loaded: { question, teams, priority, holidays }, actor, now, newId, newReference }) => {
    if (!isPerson(actor)) throw new Error('authorised above');
    if (teams.length !== new Set(input.teams).size)
      return refuseField('TeamIsUnknown', 'teams', 'Choose teams from the list');
    if (teams.some(({ id }) => id === question.teamId))
      return refuseField('TeamAsks', 'teams', 'Your own team asks this question');
    if (input.priority && !priority)
      return refuse('PriorityIsUnknown', 'Choose a priority of this question.');
    const days = cascadeDays(ukDay(now), input.workingDays, holidays);
    const rows = teams.map(({ id, organisation }) => ({
      ...{ id: newId(), reference: newReference(), questionId: question.id, teamId: id },
      ...{ level: organisation.level ?? '', priorityId: priority?.priorityId ?? null },
      ...{ message: input.message, sentById: actor.id, ...days },
    }));
    return {
      change: { rows, question: question.reference },
      facts: rows.map(({ id, teamId, level }) => ({
        name: 'QuestionWasSentToLevel',
        noun: 'question' as const,
        nounId: question.id,
        data: { subjectId: id, teamId, level },
      })),
    };
  },
  save: async ({ tx, now }, { rows, question }) => {
    await tx.cascade.createMany({ data: rows.map((row) => ({ ...row, sentAt: now })) });
    return { question, sent: rows.length };
  },
});
