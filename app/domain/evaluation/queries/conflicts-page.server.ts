import { z } from 'zod';
import { isMember } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { CONFLICT_STATES, isPinned, stateOf, type ConflictState } from '../interests/conflicts/conflict';
import { mayDecideConflict, mayPinConflict, maySeeConflicts } from '../interests/conflicts/conflict-policy';
import { conflictRows, type ConflictRow } from '../interests/conflicts/conflict-rows.server';
import { ownOpenConflicts } from '../interests/conflicts/load-conflict.server';
import { STATE_SQL } from '../interests/conflicts/state-sql.server';
import { maySeeDeclarations } from '../evaluation-policy';
import { competitionFor } from '../load-competition.server';
import { headingOf, isSeen, judged } from '../seen-competition.server';

const SHOWN = 50;

interface Count {
  state: ConflictState;
  reference: string;
  name: string;
  count: number;
}

/** What stands between people and bids of one competition, by person: for those who look after it. */
export const conflictsPage = query({
  name: 'evaluation.conflicts',
  input: z.strictObject({
    reference: referenceInput,
    state: z.enum(CONFLICT_STATES).optional(),
    person: referenceInput.optional(),
    after: referenceInput.optional(),
  }),
  visibleTo: (actor) => (isMember(actor) ? actor.id : null),
  read: async ({ db, actor, scope, input: { reference, ...filters } }) => {
    const known = scope ? await competitionFor(db, reference) : null;
    if (!known) return null;
    const { id, openedAt, decidedAt, withdrawnAt } = known.question;
    const own = await ownOpenConflicts(db, actor, id);
    const competition = judged(known, maySeeConflicts(actor, known, own));
    if (!isSeen(competition)) return competition;
    const rows = await conflictRows(db, id, filters, SHOWN + 1);
    const counts = await db.$queryRaw<Count[]>`
      SELECT ${STATE_SQL} AS state, p.reference, p.name, count(*)::int AS count
      FROM conflict x JOIN person p ON p.id = x.person_id WHERE x.question_id = ${id}::uuid
      GROUP BY 1, p.id ORDER BY p.name, p.id`;
    const isRunning = !decidedAt && !withdrawnAt;
    const decides = (row: ConflictRow) =>
      isRunning && isAllowed(mayDecideConflict(actor, competition, own, row));
    const readsDeclarations = isAllowed(maySeeDeclarations(actor, competition.question));
    return {
      ...headingOf(competition),
      ...{ filters, years: competition.question.route.conflictYears },
      isOpened: openedAt !== null,
      states: CONFLICT_STATES.map((state) => ({
        state,
        count: counts.filter((one) => one.state === state).reduce((sum, one) => sum + one.count, 0),
      })),
      people: [...new Map(counts.map(({ reference: of, name }) => [of, name]))].map(([of, name]) => ({
        ...{ reference: of, name },
      })),
      conflicts: rows.slice(0, SHOWN).map((row) => ({
        ...shown(row, decides(row)),
        stage: readsDeclarations ? row.stage : null,
      })),
      next: rows.length > SHOWN ? (rows[SHOWN - 1]?.reference ?? null) : null,
      may: {
        look: isRunning && openedAt !== null,
        pin: isRunning && isAllowed(mayPinConflict(actor, competition, own)),
      },
    };
  },
});

export function shown(row: ConflictRow, decides: boolean) {
  const state = stateOf(row);
  return {
    ...{ reference: row.reference, person: row.person, kind: row.kind, state, bidder: row.bidder },
    ...{ evidence: row.evidence, isPinned: isPinned(row) },
    since: row.declaredAt ?? row.suspectedAt ?? row.pinnedAt,
    decided:
      row.decidedBy && (row.confirmedAt ?? row.dismissedAt)
        ? { by: row.decidedBy, at: row.confirmedAt ?? row.dismissedAt, reason: row.decisionReason ?? '' }
        : null,
    decides,
  };
}
