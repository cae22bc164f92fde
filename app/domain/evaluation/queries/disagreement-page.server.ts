import { z } from 'zod';
import { isMember } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { withoutWalled, writtenPart } from '../assessment/assessment';
import { loadAssessment } from '../assessment/load-assessment.server';
import { foundRows, spreadRows, unitsOf, type SpreadRow } from '../assessment/spread-of';
import { evaluatorsOf, stageOf, type Competition } from '../competition';
import { mayModerateBid, maySeeSpread } from '../evaluation-policy';
import { agreementOf, leansOf } from '../scoring/agreement/spread';
import { headingOf, isSeen, seenCompetition } from '../seen-competition.server';

const PAGE = 50;

/** What the address says; a value that is none is as if it were not said. */
export const disagreementFilters = {
  show: z.enum(['all', 'apart', 'outliers']).catch('apart'),
  range: z.coerce.number().int().min(0).max(5).catch(0),
  criterion: z.coerce.number().int().min(1).max(100).nullable().catch(null),
  bid: referenceInput.nullable().catch(null),
  person: referenceInput.nullable().catch(null),
  /** How many rows were shown before; a page number, in rows. */
  after: z.coerce.number().int().min(0).max(100_000).catch(0),
};

/** Where the panel's scores lie apart, who stands alone, and how far it agrees: for the moderator, bid by complete bid. */
export const disagreementPage = query({
  name: 'evaluation.disagreement',
  input: z.strictObject({ reference: referenceInput, ...disagreementFilters }),
  visibleTo: (actor) => (isMember(actor) ? actor.id : null),
  read: async ({ db, actor, scope, input }) => {
    if (!scope) return null;
    const competition = await seenCompetition(db, actor, input.reference, maySeeSpread);
    if (!isSeen(competition)) return competition;
    const { id: questionId, openedAt } = competition.question;
    if (!openedAt) return null;
    const whole = writtenPart(await loadAssessment(db, questionId));
    const assessment = withoutWalled(whole, (bidId) => !isAllowed(mayModerateBid(actor, competition, bidId)));
    const rows = spreadRows(competition, assessment);
    const people = evaluatorsOf(competition).map(({ person }) => person);
    const person = people.find(({ reference }) => reference === input.person)?.id ?? null;
    const found = foundRows(rows, { ...input, person });
    const shown = found.slice(input.after, input.after + PAGE);
    const queries = await db.scoreQuery.findMany({
      where: { bid: { questionId } },
      select: { bidId: true, criterionId: true, personId: true, note: true, answer: true },
    });
    return {
      ...headingOf(competition),
      filter: {
        show: input.show,
        range: input.range,
        criterion: input.criterion,
        bid: input.bid,
        person: input.person,
        after: input.after,
      },
      complete: new Set(rows.map(({ bid }) => bid.id)).size,
      agreement: agreementOf(unitsOf(rows)),
      byCriterion: assessment.criteria.map(({ id, position, name }) => ({
        position,
        name,
        ...agreementOf(unitsOf(rows.filter(({ criterion }) => criterion.id === id))),
      })),
      people: leansFor(competition, rows),
      bids: [...new Map(rows.map(({ bid }) => [bid.reference, bid.bidder]))].map(([reference, bidder]) => ({
        reference,
        bidder,
      })),
      found: found.length,
      next: input.after + PAGE < found.length ? input.after + PAGE : null,
      rows: shown.map((row) => ({
        ...row,
        queries: queries.filter(
          ({ bidId, criterionId }) => bidId === row.bid.id && criterionId === row.criterion.id,
        ),
      })),
      may: { ask: stageOf(competition) === 'scoring' },
    };
  },
});

function leansFor(competition: Competition, rows: SpreadRow[]) {
  const leans = new Map(leansOf(unitsOf(rows)).map((lean) => [lean.personId, lean]));
  return evaluatorsOf(competition).map(({ person }) => ({
    id: person.id,
    reference: person.reference,
    name: person.name,
    units: leans.get(person.id)?.units ?? 0,
    higher: leans.get(person.id)?.higher ?? null,
    alone: rows.filter(({ spread }) => spread.outliers.some(({ personId }) => personId === person.id)).length,
  }));
}
