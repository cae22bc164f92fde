import { z } from 'zod';
import { query } from '../../query.server';
import { isAllowed } from '../../policy';
import { referenceInput } from '../../reference-input';
import { ukDay } from '../../uk-time';
import { HELD_KIND_NAMES, isHeldKind } from '../holding';
import { stateOf } from '../reorganisation';
import {
  answersFor,
  mayAnswer,
  mayArrange,
  mayComplete,
  mayConfirm,
  mayReadReorganisation,
  mayWithdraw,
} from '../reorganisation-policy';
import { reorganisationAt, type StoredReorganisation } from '../reorganisation-rows.server';
import type { Actor } from '../../actor';
import type { Db } from '~/platform/db.server';

interface KindLine {
  kind: string;
  /** Live and held still by what ends. */
  held: number;
  /** Of these nobody was offered, or everybody declined. */
  open: number;
  accepted: number;
  declined: number;
}

const kindLines = (db: Db, { id, parts }: StoredReorganisation): Promise<KindLine[]> => {
  const ending = parts
    .filter(({ side }) => side === 'predecessor')
    .map(({ organisationId }) => organisationId);
  return db.$queryRaw`
    WITH held AS (
      SELECT h.kind, EXISTS (SELECT FROM handover o WHERE o.reorganisation_id = ${id}::uuid AND o.kind = h.kind
        AND o.item = h.item AND o.from_id = h.holder_id AND o.answer IS NULL) AS offered
      FROM soundings.held_item h WHERE h.holder_id = ANY(${ending}::uuid[]) AND h.label IS NOT NULL
    ), said AS (
      SELECT o.kind, count(*) FILTER (WHERE o.answer = 'accepted')::int AS accepted,
        count(*) FILTER (WHERE o.answer = 'declined')::int AS declined
      FROM handover o WHERE o.reorganisation_id = ${id}::uuid AND NOT o.followed GROUP BY o.kind
    ), counted AS (
      SELECT kind, count(*)::int AS held, count(*) FILTER (WHERE NOT offered)::int AS open FROM held GROUP BY kind)
    SELECT kind, coalesce(c.held, 0) AS held, coalesce(c.open, 0) AS open, coalesce(s.accepted, 0) AS accepted,
      coalesce(s.declined, 0) AS declined
    FROM counted c FULL JOIN said s USING (kind)`;
};

export const judged = (actor: Actor, row: StoredReorganisation) => ({
  arrange: isAllowed(mayArrange(actor, row)),
  confirm: mayConfirm(actor, row),
  complete: isAllowed(mayComplete(actor, row)),
  withdraw: isAllowed(mayWithdraw(actor, row)),
  answer: isAllowed(mayAnswer(actor, row)),
});

/** What is to become of which organisations, who holds and who answers, and how far it is. */
export const reorganisationPage = query({
  name: 'succession.reorganisation',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor: Actor) => (row: StoredReorganisation) => isAllowed(mayReadReorganisation(actor, row)),
  read: async ({ db, actor, scope, input }) => {
    const row = await reorganisationAt(db, input.reference);
    if (!row || !scope(row)) return null;
    const people = await db.person.findMany({
      where: { id: { in: [row.proposedById, row.confirmedById ?? row.proposedById] } },
      select: { id: true, name: true },
    });
    const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? null;
    const lines = await kindLines(db, row);
    const isOver = row.completedAt !== null || row.withdrawnAt !== null;
    const { reference, kind, effectiveOn, basis, formerName, newName, withdrawnReason } = row;
    return {
      ...{ reference, kind, effectiveOn, basis, formerName, newName, withdrawnReason },
      ...{ proposedBy: nameOf(row.proposedById), confirmedBy: nameOf(row.confirmedById) },
      completedAt: row.completedAt,
      state: stateOf(row, ukDay(actor.asOf)),
      parts: row.parts.map(({ side, organisation, person, alone }) => ({
        ...{ side, alone },
        reference: organisation.reference,
        name: organisation.name,
        person: person?.name ?? null,
      })),
      lines: HELD_KIND_NAMES.flatMap((name) => {
        const line = lines.find((one) => one.kind === name && isHeldKind(one.kind));
        return line ? [{ ...line, kind: name, held: isOver ? 0 : line.held }] : [];
      }),
      answers: answersFor(actor, row).length > 0,
      may: judged(actor, row),
    };
  },
});
