import { z } from 'zod';
import { hasRole, isPerson } from '../../actor';
import { command } from '../../command.server';
import { dayInput, textInput } from '../../form-inputs';
import { isOwner } from '../../evaluation/evaluation-policy';
import { parseReference } from '../../reference';
import { refuseField } from '../../refusal';
import { ukDay } from '../../uk-time';
import { dueOn, MOST_QUESTIONS, MOST_WORDS } from '../requests/information-request';
import { concernedQuestions, holidaysOfTheAct } from '../requests/load-request.server';
import { mayLog, maySeeRequest } from '../requests/request-policy';

const references = (typed: string): string[] => [...new Set(typed.split(/[\s,;]+/).filter(Boolean))];

/** Logs a request for information as it came. From the day after receipt its twenty working days run. */
export const logRequest = command({
  name: 'assurance.log-request',
  input: z.strictObject({
    words: textInput('Enter what is asked, in the requester’s words', MOST_WORDS),
    receivedOn: dayInput('Enter the day on which it was received'),
    questions: textInput('Enter the reference of at least one question', 500),
    requester: textInput('Enter who asks', 200),
    contact: textInput('Enter how to reach them', 500),
  }),
  load: async ({ tx, actor, input }) => {
    const typed = references(input.questions);
    const parsed = typed.map((text) => parseReference(text));
    const known = parsed.filter((reference) => reference !== null);
    return {
      typed,
      isLegible: known.length === typed.length,
      questions: await concernedQuestions(tx, actor, known),
      holidays: await holidaysOfTheAct(tx),
    };
  },
  authorise: (actor) => mayLog(actor),
  decide: ({ input, loaded, actor, now, newId, newReference }) => {
    if (!isPerson(actor)) throw new Error('authorised above');
    const { typed, isLegible, questions, holidays } = loaded;
    if (typed.length > MOST_QUESTIONS)
      return refuseField('TooManyQuestions', 'questions', `Enter ${MOST_QUESTIONS} references at most`);
    const mine = questions.filter((question) => hasRole(actor, 'coordinator') || isOwner(actor, question));
    // One that exists and one that does not are answered alike.
    if (!isLegible || mine.length !== typed.length || maySeeRequest(actor, { questions }).kind !== 'allow')
      return refuseField(
        'QuestionIsUnknown',
        'questions',
        'Enter references of published questions that you may handle, like H7K4-QXM2',
      );
    if (input.receivedOn > ukDay(now))
      return refuseField(
        'ReceivedLater',
        'receivedOn',
        'The day on which it was received cannot be in the future',
      );
    const id = newId();
    const due = dueOn(input.receivedOn, holidays);
    return {
      change: {
        row: {
          ...{ id, reference: newReference(), words: input.words, receivedOn: input.receivedOn },
          ...{ loggedById: actor.id, dueOn: due },
        },
        requester: { requestId: id, name: input.requester, contact: input.contact },
        questionIds: mine.map((question) => question.id),
      },
      facts: [
        {
          name: 'InformationRequestWasLogged',
          noun: 'informationRequest',
          nounId: id,
          data: { dueOn: due.toISOString().slice(0, 10), questionIds: mine.map((question) => question.id) },
        },
      ],
    };
  },
  save: async ({ tx, now }, { row, requester, questionIds }) => {
    await tx.informationRequest.create({ data: { ...row, loggedAt: now } });
    await tx.informationRequester.create({ data: requester });
    await tx.informationRequestQuestion.createMany({
      data: questionIds.map((questionId) => ({ requestId: row.id, questionId })),
    });
    return { reference: row.reference };
  },
});
