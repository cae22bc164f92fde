import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { dayInput, textInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { ukDay } from '../../uk-time';
import { loadHolidays } from '../calendar.server';
import { lockedQuestion, questionForShare } from '../question-stage.server';
import { setAside } from '../sponsoring/set-aside.server';
import { endLapsed } from '../sponsoring/sponsorship-loading.server';
import { lapsesAt } from '../sponsoring/sponsorship';
import { mayJoin } from '../sponsoring/sponsorship-policy';
import { refuseTexts } from '../texts/checked-text';

const MOST_WORDS = 300;

/** Asks another team to stand beside its question instead of posting a duplicate; the draft is set aside. */
export const requestSponsorship = command({
  name: 'questions.request-sponsorship',
  input: z.strictObject({
    reference: referenceInput,
    other: referenceInput,
    neededFor: textInput('Say what your team needs the answer for', 300),
    context: textInput('Say what the other team should know of your case', 2000),
    neededBy: dayInput('Enter the day by which you need the answer'),
    notPersonal: z.boolean().optional(),
  }),
  load: async ({ tx, input }) => {
    const draft = await lockedQuestion(tx, input.reference);
    const question = await questionForShare(tx, input.other);
    return draft && question && { draft, question, holidays: await loadHolidays(tx) };
  },
  authorise: (actor, { draft, question }) => mayJoin(actor, draft, question),
  subject: ({ draft }) => ({ noun: 'question', nounId: draft.id }),
  rules: { sponsorship_one_of_a_team: refuse('TeamHasAsked', 'Your team has asked to join this question.') },
  decide: ({ input, loaded: { draft, question, holidays }, actor, now, newId, newReference }) => {
    if (!isPerson(actor)) throw new Error('authorised above');
    if (input.neededBy < ukDay(now))
      return refuseField('DayHasPassed', 'neededBy', 'Enter a day that has not passed');
    const { neededFor, context } = input;
    const refused = refuseTexts({ neededFor, context }, MOST_WORDS, input.notPersonal);
    if (refused) return refused;
    const row = {
      ...{ id: newId(), reference: newReference() },
      ...{ questionId: question.id, teamId: draft.teamId, draftId: draft.id },
      ...{ neededFor, context, neededBy: input.neededBy },
      ...{ requestedById: actor.id, requestedAt: now, lapsesAt: lapsesAt(now, holidays) },
    };
    const data = { sponsorshipId: row.id, teamId: draft.teamId };
    return {
      change: { row, draft: draft.reference },
      facts: [
        { name: 'SponsorshipWasRequested', noun: 'question' as const, nounId: question.id, data },
        { name: 'QuestionWasSetAside', noun: 'question' as const, nounId: draft.id, data },
      ],
    };
  },
  save: async ({ tx, now }, { row, draft }) => {
    await endLapsed(tx, now, row);
    await tx.sponsorship.create({ data: row });
    await setAside(tx, row.draftId, now);
    return { reference: row.reference, draft };
  },
});
