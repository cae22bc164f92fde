import { z } from 'zod';
import { isAllowed } from '../../policy';
import { isPerson } from '../../actor';
import { query } from '../../query.server';
import { questionsVisibleSql } from '../../questions/question-visibility.server';
import { dueOn, mayKeepRegister, type Entry } from '../interests/register/register';

interface Closed {
  reference: string;
  title: string;
  isWhole: boolean;
  isVisible: boolean;
  reason: string;
  raisedAt: Date;
}

/** One's own register with its history, when it is due again, and what confirmed conflicts close to one. */
export const ownRegister = query({
  name: 'evaluation.own-register',
  input: z.strictObject({}),
  visibleTo: (actor) =>
    isPerson(actor) && isAllowed(mayKeepRegister(actor))
      ? { id: actor.id, questions: questionsVisibleSql(actor, 'q') }
      : null,
  read: async ({ db, scope, now }) => {
    if (!scope) return null;
    const entries = await db.$queryRaw<Entry[]>`
      SELECT r.reference, r.kind::text, coalesce(o.name, p.name, r.about_name) AS about,
        r.about_name = '' AS "isLinked", r.note, r.from_on AS "fromOn", r.until_on AS "untilOn",
        r.added_at AS "addedAt", r.ended_at AS "endedAt"
      FROM registered_interest r LEFT JOIN organisation o ON o.id = r.about_organisation_id
      LEFT JOIN person p ON p.id = r.about_person_id
      WHERE r.person_id = ${scope.id}::uuid ORDER BY r.ended_at DESC NULLS FIRST, r.added_at DESC, r.id LIMIT 500`;
    const last = await db.interestConfirmation.findFirst({
      where: { personId: scope.id },
      orderBy: { confirmedAt: 'desc' },
    });
    const closed = await db.$queryRaw<Closed[]>`
      SELECT DISTINCT ON (q.id, w.bid_id IS NULL) q.reference, q.title, w.bid_id IS NULL AS "isWhole",
        ${scope.questions} AS "isVisible", w.reason, w.raised_at AS "raisedAt"
      FROM wall w JOIN question q ON q.id = w.question_id
      WHERE w.person_id = ${scope.id}::uuid AND w.lifted_at IS NULL
      ORDER BY q.id, w.bid_id IS NULL, w.raised_at DESC LIMIT 100`;
    const due = dueOn(last?.confirmedAt ?? null);
    return {
      entries: entries.filter(({ endedAt }) => !endedAt),
      past: entries.filter(({ endedAt }) => endedAt),
      confirmedAt: last?.confirmedAt ?? null,
      ...{ dueOn: due, isDue: due !== null && due <= now, closed },
    };
  },
});
