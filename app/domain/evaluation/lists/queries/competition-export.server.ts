import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { isMember } from '../../../actor';
import { openedTotals } from '../../../bids/sealing/opened-content.server';
import { query } from '../../../query.server';
import { referenceInput } from '../../../reference-input';
import { isoDay } from '../../../uk-time';
import { loadAssessment } from '../../assessment/load-assessment.server';
import type { Competition } from '../../competition';
import { CAPACITY_NAMES } from '../../competition';
import { isSeen, seenCompetition } from '../../seen-competition.server';
import { EXPORT_NAMES, mayExport, type ExportName } from '../export-policy';

type Line = (string | number)[];

const POUND = 100;
const instant = (at: Date | null): string => at?.toISOString() ?? '';

async function bidLines(db: Db, competition: Competition): Promise<Line[]> {
  const { id } = competition.question;
  const { bids } = await loadAssessment(db, id);
  const amounts = await openedTotals(db, id);
  const lots = new Map(competition.lots?.map((lot) => [lot.id, lot.number]));
  return [
    ['Bid', 'Bidder', 'Lot', 'Price without VAT', 'Excluded because'],
    ...bids.map((bid): Line => {
      const amount = amounts?.get(bid.id);
      const lot = lots.get(bid.lotId ?? '') ?? '';
      return [
        bid.reference,
        bid.bidder,
        lot,
        amount === undefined ? '' : amount / POUND,
        bid.excludedReason ?? '',
      ];
    }),
  ];
}

async function assessorLines(db: Db, { question }: Competition): Promise<Line[]> {
  const rows = await db.$queryRaw<{ reference: string; name: string; standing: string; at: Date }[]>`
    SELECT p.reference, p.name, CASE WHEN m.ended_at IS NULL THEN 'On the panel' ELSE 'Left the panel' END AS standing,
      m.appointed_at AS at
    FROM panel_membership m JOIN person p ON p.id = m.person_id
    WHERE m.question_id = ${question.id}::uuid AND m.role = 'evaluator'
    UNION ALL
    SELECT p.reference, p.name, CASE WHEN i.withdrawn_at IS NOT NULL THEN 'Invitation taken back'
      WHEN i.declined_at IS NOT NULL THEN 'Declined' ELSE 'Invited' END, i.invited_at
    FROM assessor_invitation i JOIN person p ON p.id = i.person_id
    WHERE i.question_id = ${question.id}::uuid AND i.accepted_at IS NULL
    ORDER BY 2, 1, 4`;
  return [
    ['Assessor', 'Name', 'Standing', 'Since'],
    ...rows.map(({ reference, name, standing, at }): Line => [reference, name, standing, instant(at)]),
  ];
}

async function assignmentLines(db: Db, { question }: Competition): Promise<Line[]> {
  const rows = await db.$queryRaw<{ bid: string; person: string; name: string; state: string; at: Date }[]>`
    SELECT b.reference AS bid, p.reference AS person, p.name, a.assigned_at AS at,
      CASE WHEN a.refused_at IS NOT NULL THEN 'Given back'
        WHEN EXISTS (SELECT FROM score s WHERE s.bid_id = a.bid_id AND s.person_id = a.person_id
          AND s.submitted_at IS NOT NULL) THEN 'Scored' ELSE 'To score' END AS state
    FROM assessment a JOIN bid b ON b.id = a.bid_id JOIN person p ON p.id = a.person_id
    WHERE b.question_id = ${question.id}::uuid AND a.moved_at IS NULL ORDER BY b.reference, p.name, p.id`;
  return [
    ['Bid', 'Assessor', 'Name', 'State', 'Assigned'],
    ...rows.map(({ bid, person, name, state, at }): Line => [bid, person, name, state, instant(at)]),
  ];
}

async function scoreLines(db: Db, { question }: Competition): Promise<Line[]> {
  const { bids, criteria } = await loadAssessment(db, question.id);
  const names = new Map(criteria.map(({ id, name }) => [id, name]));
  return [
    ['Bid', 'Criterion', 'Given by', 'Score', 'Reason'],
    ...bids.flatMap(({ reference, scores, consensus }) => [
      ...scores
        .filter(({ submitted }) => submitted)
        .map((one): Line => [
          ...[reference, names.get(one.criterionId) ?? '', one.personName],
          ...[one.value ?? '', one.reason],
        ]),
      ...consensus.map((one): Line => [
        ...[reference, names.get(one.criterionId) ?? '', 'The panel together'],
        ...[one.value, one.rationale],
      ]),
    ]),
  ];
}

const declarationLines = ({ declarations }: Competition): Line[] => [
  ['Person', 'Name', 'Capacity', 'At', 'Interest', 'Details', 'Declared', 'Conflict', 'Reason'],
  ...declarations.map((one): Line => [
    ...[one.person.reference, one.person.name],
    CAPACITY_NAMES[one.capacity as keyof typeof CAPACITY_NAMES] ?? one.capacity,
    ...[one.stage, one.hasInterest ? 'Yes' : 'No', one.details, instant(one.declaredAt)],
    one.confirmed === null ? '' : one.confirmed ? 'Confirmed' : 'Dismissed',
    one.decisionReason ?? '',
  ]),
];

async function decisionLines(db: Db, { question }: Competition): Promise<Line[]> {
  const made = await db.recommendation.findMany({
    where: { questionId: question.id },
    orderBy: [{ madeAt: 'asc' }, { id: 'asc' }],
  });
  const awards = await db.award.findMany({
    where: { questionId: question.id },
    orderBy: [{ decidedAt: 'asc' }, { reference: 'asc' }],
    include: { bid: { select: { reference: true, lot: { select: { number: true } } } } },
  });
  return [
    ['What', 'Bid', 'Lot', 'Amount without VAT', 'At', 'Outcome', 'Reason'],
    ...made.map((one): Line => [
      ...['Recommendation', '', '', one.value === null ? '' : one.value / POUND, instant(one.madeAt)],
      one.approvedAt ? `Approved: ${one.outcome}` : one.returnedAt ? 'Returned' : one.outcome,
      one.returnedReason ?? one.text,
    ]),
    ...awards.map((one): Line => [
      ...['Award', one.bid.reference, one.bid.lot?.number ?? '', one.amount / POUND, instant(one.decidedAt)],
      ...[one.withdrawnAt ? `Ended: ${one.ending ?? 'withdrawn'}` : 'Awarded', one.withdrawnReason ?? ''],
    ]),
  ];
}

function linesOf(db: Db, competition: Competition, what: ExportName): Promise<Line[]> {
  switch (what) {
    case 'bids':
      return bidLines(db, competition);
    case 'assessors':
      return assessorLines(db, competition);
    case 'assignments':
      return assignmentLines(db, competition);
    case 'scores':
      return scoreLines(db, competition);
    case 'conflicts':
      return Promise.resolve(declarationLines(competition));
    case 'decisions':
      return decisionLines(db, competition);
  }
}

/** One table of a competition for a spreadsheet, by the rules of the pages that show the same. */
export const competitionExport = query({
  name: 'evaluation.export',
  input: z.strictObject({ reference: referenceInput, what: z.enum(EXPORT_NAMES) }),
  visibleTo: (actor) => (isMember(actor) ? actor.id : null),
  read: async ({ db, actor, scope, input: { reference, what }, now }) => {
    if (!scope) return null;
    const competition = await seenCompetition(db, actor, reference, (who, of) => mayExport(who, of, what));
    if (!isSeen(competition)) return competition;
    const { question } = competition;
    if (!question.route.takesBids) return null;
    const name = `${question.reference}-${what}-${isoDay(now)}.csv`;
    return { ...{ id: question.id, what, name }, lines: await linesOf(db, competition, what) };
  },
  logged: (view) =>
    isSeen(view)
      ? { name: 'CompetitionWasExported', noun: 'question', nounId: view.id, data: { what: view.what } }
      : null,
});
