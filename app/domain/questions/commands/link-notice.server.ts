import { z } from 'zod';
import { isPerson } from '../../actor';
import { command } from '../../command.server';
import { dayInput } from '../../form-inputs';
import { referenceInput } from '../../reference-input';
import { refuse, refuseField } from '../../refusal';
import { ukDay } from '../../uk-time';
import { NOTICE_KINDS, type NoticeKind } from '../notices/procurement-notice';
import { mayRun } from '../question-policy';
import { lockedQuestion } from '../question-stage.server';

const MOST_NOTICES = 20;
const WRONG = 'Enter the whole address of the notice, beginning with https://';

/** Links a notice that was published elsewhere, for everybody who sees the question. */
export const linkNotice = command({
  name: 'questions.link-notice',
  input: z.strictObject({
    reference: referenceInput,
    kind: z.enum(Object.keys(NOTICE_KINDS) as NoticeKind[], { error: 'Choose the kind of notice' }),
    address: z
      .string(WRONG)
      .trim()
      .max(500, 'Use 500 characters or fewer')
      .pipe(z.url({ protocol: /^https$/, hostname: z.regexes.domain, error: WRONG }))
      .refine((address) => URL.canParse(address) && new URL(address).username === '', WRONG),
    publishedOn: dayInput('Enter the day it was published'),
  }),
  load: async ({ tx, input }) => {
    const question = await lockedQuestion(tx, input.reference);
    if (!question) return null;
    const there = await tx.procurementNotice.count({ where: { questionId: question.id, removedAt: null } });
    return { question, there };
  },
  authorise: (actor, { question }) => mayRun(actor, question),
  subject: ({ question }) => ({ noun: 'question', nounId: question.id }),
  decide: ({ input, loaded: { question, there }, actor, now, newId, newReference }) => {
    if (!isPerson(actor)) throw new Error('authorised above');
    if (there >= MOST_NOTICES)
      return refuse('NoticesAreMany', `A question links ${MOST_NOTICES} notices at most.`);
    const { kind, address, publishedOn } = input;
    if (publishedOn > ukDay(now))
      return refuseField('DayIsAhead', 'publishedOn', 'The day cannot be in the future');
    const row = {
      ...{ id: newId(), reference: newReference(), questionId: question.id },
      ...{ kind, address, publishedOn, linkedById: actor.id },
    };
    const data = { kind, subjectId: row.id };
    return {
      change: { row, question: question.reference },
      facts: [{ name: 'ProcurementNoticeWasLinked', noun: 'question' as const, nounId: question.id, data }],
    };
  },
  save: async ({ tx, now }, { row, question }) => {
    await tx.procurementNotice.create({ data: { ...row, linkedAt: now } });
    return { question };
  },
  rules: {
    procurement_notice_once: refuseField('NoticeIsThere', 'address', 'This notice is linked already'),
  },
});
