import { z } from 'zod';
import { isMember } from '../../actor';
import { judged } from '../../evaluation/seen-competition.server';
import { query } from '../../query.server';
import { questionForPolicyById } from '../../questions/question-stage.server';
import { referenceInput } from '../../reference-input';
import { mayWriteLetter } from '../letters/letter-policy';

/** A letter that was not sent yet, for those who send it. */
export const letterToChange = query({
  name: 'awards.letter-to-change',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor : null),
  read: async ({ db, scope: actor, input }) => {
    if (!actor) return null;
    const letter = await db.decisionLetter.findFirst({
      where: { sentAt: null, bid: { reference: input.reference } },
      select: { text: true, bid: { select: { id: true, reference: true, questionId: true } } },
    });
    const question = letter && (await questionForPolicyById(db, letter.bid.questionId));
    if (!question) return null;
    const view = {
      text: letter.text,
      bid: letter.bid.reference,
      reference: question.reference,
      title: question.title,
    };
    return judged(view, mayWriteLetter(actor, question, letter.bid.id));
  },
});
