import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { isMember, type Person } from '../../actor';
import { mayStart } from '../../bids/bid-policy';
import { isOpenForBids } from '../../bids/deadline';
import { standingOf } from '../../bids/eligibility/eligibility';
import { eligibilityFor } from '../../bids/eligibility/load-eligibility.server';
import { expressionStanding } from '../../bids/expressions/expression-standing.server';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { bidsHere } from '../../questions/dates/load-extension.server';
import { isOpen, stateOf as questionState } from '../../questions/question';
import { mayRun, maySee } from '../../questions/question-policy';
import { questionForPolicy, type LoadedQuestion } from '../../questions/question-stage.server';
import { referenceInput } from '../../reference-input';
import { mayJoin, stateOf } from '../session';

/** The sessions of a question. How to join one goes to its team and its bidders alone. */
export const sessionsPage = query({
  name: 'sessions.page',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor : null),
  read: async ({ db, actor, scope, input: { reference }, now }) => {
    const question = await questionForPolicy(db, reference);
    if (!scope || !question?.publishedAt || !isAllowed(maySee(actor, question)) || !question.route.takesBids)
      return null;
    const runs = isAllowed(mayRun(actor, question));
    const joins = runs || (await isEntitled(db, scope, question, now));
    const rows = await db.bidderSession.findMany({
      where: { questionId: question.id },
      orderBy: { startsAt: 'asc' },
    });
    return {
      reference,
      title: question.title,
      sessions: rows.map((row) => ({
        reference: row.reference,
        subject: row.subject,
        startsAt: row.startsAt,
        minutes: row.minutes,
        state: stateOf(row, now),
        cancelledReason: row.cancelledReason,
        joining: joins && stateOf(row, now) !== 'cancelled' ? row.joining : null,
      })),
      joins,
      may: { run: runs, announce: runs && isOpen(questionState(question, now)) },
    };
  },
});

async function isEntitled(db: Db, actor: Person, question: LoadedQuestion, now: Date): Promise<boolean> {
  const { asked, last } = await eligibilityFor(db, question, actor.id);
  const gates = {
    bids: (await bidsHere(db, question.id, actor.id)) > 0,
    mayBid: isAllowed(mayStart(actor, question)) && isOpenForBids(question, now),
    eligibility: standingOf(asked, last),
    expression: await expressionStanding(db, question, actor.id),
    question,
  };
  return mayJoin(gates, now);
}
