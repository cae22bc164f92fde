import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { optionalTextInput, textInput } from '../../form-inputs';
import { isLive, stateOf as questionState } from '../../questions/question';
import { mayRun } from '../../questions/question-policy';
import { lockedQuestionById } from '../../questions/question-stage.server';
import { refuseTexts } from '../../questions/texts/checked-text';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { showInstant } from '../../uk-time';
import { sessionWith } from '../load-session.server';
import { stateOf } from '../session';

const MOST_WORDS = 1000;

/** Publishes what was said in a session as an addendum, so that nobody gains by having been there. */
export const recordSession = command({
  name: 'sessions.record',
  input: z.strictObject({
    reference: referenceInput,
    text: textInput('Say what was asked and answered', 10_000),
    recording: optionalTextInput(500),
    notPersonal: z.boolean().optional(),
  }),
  load: ({ tx, input }) => sessionWith(tx, input.reference, lockedQuestionById),
  authorise: (actor, { question }) => mayRun(actor, question),
  subject: ({ question }) => ({ noun: 'question', nounId: question.id }),
  decide: ({ input, loaded: { session, question }, actor, now, newId }) => {
    const state = stateOf(session, now);
    if (state === 'ahead') return refuse('SessionIsAhead', 'A session is recorded once it has begun.');
    if (state !== 'held')
      return refuse('SessionIsOver', 'This session was called off or recorded already.', { stale: true });
    if (!isLive(questionState(question, now)))
      return refuse('QuestionIsNotLive', 'This question is finished or withdrawn.');
    const { text, recording, notPersonal } = input;
    if (recording !== '' && !/^https:\/\/\S+$/.test(recording))
      return refuseField('LinkIsWrong', 'recording', 'Enter a web address that starts with https://');
    const refused = refuseTexts({ text }, MOST_WORDS, notPersonal);
    if (refused) return refused;
    const said = [
      `Session of ${showInstant(session.startsAt)}: ${session.subject}`,
      text,
      ...(recording ? [`Recording: ${recording}`] : []),
    ].join('\n\n');
    const about = { noun: 'question' as const, nounId: question.id, data: { teamId: question.teamId } };
    return {
      change: { session, question, said, addendumId: newId(), by: isPerson(actor) ? actor.id : '' },
      facts: [
        { name: 'SessionWasRecorded', ...about },
        { name: 'AddendumWasPublished', ...about },
      ],
    };
  },
  save: async ({ tx, now }, { session, question, said, addendumId, by }) => {
    const number = (await tx.addendum.count({ where: { questionId: question.id } })) + 1;
    await tx.addendum.create({
      data: {
        id: addendumId,
        questionId: question.id,
        number,
        text: said,
        publishedAt: now,
        publishedById: by,
      },
    });
    await tx.bidderSession.update({ where: { id: session.id }, data: { recordedAt: now, addendumId } });
    return { reference: question.reference };
  },
});
