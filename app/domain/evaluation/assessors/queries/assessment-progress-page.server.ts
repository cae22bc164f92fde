import { z } from 'zod';
import { isMember } from '../../../actor';
import { isAllowed } from '../../../policy';
import { query } from '../../../query.server';
import { referenceInput } from '../../../reference-input';
import { ukDay } from '../../../uk-time';
import { stageOf } from '../../competition';
import { headingOf, isSeen, seenCompetition } from '../../seen-competition.server';
import { mayAssign, maySeeHelpfulness } from '../assigning-policy';
import { stateOfAssessment, type AssessmentState } from '../assessment-state';

interface Row {
  bid: string;
  bidder: string;
  person: string;
  name: string;
  started: boolean;
  submitted: boolean;
  refused: boolean;
  refusalReason: string | null;
  remindedAt: Date | null;
  helpfulness: number | null;
}

/** Every assessment with its state. Coordinators, who may not know who scores what, get helpfulness by assessor alone. */
export const assessmentProgressPage = query({
  name: 'evaluation.assessmentProgress',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor.id : null),
  read: async ({ db, actor, scope, input, now }) => {
    if (!scope) return null;
    const competition = await seenCompetition(db, actor, input.reference, maySeeHelpfulness);
    if (!isSeen(competition)) return competition;
    const { assigning, question } = competition;
    if (!assigning || !question.openedAt) return null;
    const rows = await db.$queryRaw<Row[]>`
      SELECT b.reference AS bid, soundings.bidder_shown(b.id) AS bidder, p.reference AS person, p.name,
        count(s.bid_id) > 0 AS started, count(s.submitted_at) > 0 AS submitted, a.refused_at IS NOT NULL AS refused,
        a.refusal_reason::text AS "refusalReason", a.reminded_at AS "remindedAt", a.helpfulness
      FROM assessment a JOIN bid b ON b.id = a.bid_id JOIN person p ON p.id = a.person_id
      LEFT JOIN score s ON s.bid_id = a.bid_id AND s.person_id = a.person_id
      WHERE b.question_id = ${question.id}::uuid AND a.moved_at IS NULL AND b.excluded_at IS NULL
      GROUP BY a.id, b.id, p.id ORDER BY p.name, p.id, b.reference`;
    const assigns = isAllowed(mayAssign(actor, competition));
    const { scoresDueOn } = assigning;
    const late = scoresDueOn !== null && scoresDueOn < ukDay(now);
    const known = rows.map((row) => ({ ...row, state: stateOfAssessment(row) }));
    return {
      ...headingOf(competition),
      scoresDueOn,
      late,
      stage: stageOf(competition),
      counts: counted(known),
      assessments: assigns ? known : null,
      people: byPerson(known),
      may: { remind: assigns && stageOf(competition) === 'scoring', assign: assigns },
    };
  },
});

const counted = (rows: { state: AssessmentState }[]): Record<AssessmentState, number> => ({
  assigned: rows.filter(({ state }) => state === 'assigned').length,
  started: rows.filter(({ state }) => state === 'started').length,
  submitted: rows.filter(({ state }) => state === 'submitted').length,
  refused: rows.filter(({ state }) => state === 'refused').length,
});

function byPerson(rows: (Row & { state: AssessmentState })[]) {
  const people = new Map<string, (Row & { state: AssessmentState })[]>();
  for (const row of rows) people.set(row.person, [...(people.get(row.person) ?? []), row]);
  return [...people.values()].map((own) => {
    const rated = own.flatMap(({ helpfulness }) => (helpfulness === null ? [] : [helpfulness]));
    return {
      name: own[0]?.name ?? '',
      ...counted(own),
      remindedAt: own.reduce<Date | null>(
        (last, { remindedAt }) => (remindedAt && (!last || remindedAt > last) ? remindedAt : last),
        null,
      ),
      rated: rated.length,
      helpfulness:
        rated.length === 0 ? null : (rated.reduce((sum, one) => sum + one, 0) / rated.length).toFixed(1),
    };
  });
}
