import { z } from 'zod';
import { isMember } from '../../actor';
import { query } from '../../query.server';
import { mayRun } from '../../questions/question-policy';
import { questionForPolicyById } from '../../questions/question-stage.server';
import { referenceInput } from '../../reference-input';
import { sessionWith } from '../load-session.server';
import { stateOf } from '../session';

/** A session that its team records or calls off. */
export const sessionToEnd = query({
  name: 'sessions.toEnd',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => isMember(actor),
  read: async ({ db, actor, scope, input: { reference }, now }) => {
    const found = scope ? await sessionWith(db, reference, questionForPolicyById) : null;
    if (!found) return null;
    const { session, question } = found;
    const verdict = mayRun(actor, question);
    if (verdict.kind !== 'allow') return verdict.kind === 'deny' ? verdict : null;
    const { subject, startsAt } = session;
    return {
      reference,
      question: question.reference,
      title: question.title,
      subject,
      startsAt,
      state: stateOf(session, now),
    };
  },
});
