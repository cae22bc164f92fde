import { z } from 'zod';
import { Prisma } from '~/platform/generated/prisma/client';
import { isMember, type Actor } from '../../actor';
import { optionalDayInput } from '../../form-inputs';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { calledThenSql } from '../../strategy/on-day/organisations-then.server';
import { knownUntil } from '../../taxonomy/known-until.server';
import { HELD_KIND_NAMES, type HeldKind } from '../holding';

export interface HandedOver {
  kind: HeldKind;
  from: { reference: string; name: string };
  to: { reference: string; name: string };
  /** When it was accepted; null while it waits, with whoever holds it. */
  on: Date | null;
  holder: string | null;
}

/** Through whose hands the thing of a page went, or is to go, or had gone by a day: for members, by its address. */
export const handedOver = query({
  name: 'succession.handed-over',
  input: z.strictObject({
    paths: z.array(z.string()).max(10),
    only: z.array(z.enum(HELD_KIND_NAMES)).optional(),
    /** What went over with the team that asks this question. */
    question: referenceInput.optional(),
    on: optionalDayInput(),
  }),
  visibleTo: (actor: Actor) => isMember(actor),
  read: async ({ db, scope, input: { paths, only, question, on } }) => {
    if (!scope) return [];
    const until = on ? await knownUntil(db, on) : null;
    const called = (row: string) => calledThenSql('organisation', row, until);
    return db.$queryRaw<HandedOver[]>`
      SELECT DISTINCT ON (h.kind, h.from_id, h.to_id) h.kind, h.answered_at AS "on",
        jsonb_build_object('reference', f.reference, 'name', ${called('f')}) AS "from",
        jsonb_build_object('reference', t.reference, 'name', ${called('t')}) AS "to",
        CASE WHEN h.answer IS NULL THEN (SELECT p.name FROM reorganisation_part x JOIN person p ON p.id = x.person_id
          WHERE x.reorganisation_id = h.reorganisation_id AND x.organisation_id = h.from_id) END AS holder
      FROM ${handoversThen(until)} h JOIN organisation f ON f.id = h.from_id JOIN organisation t ON t.id = h.to_id
      JOIN ${reorganisationsThen(until)} r ON r.id = h.reorganisation_id
      WHERE (h.path = ANY(${paths}::text[]) OR h.path = (SELECT '/teams/' || soundings.shown_reference(m.reference)
          FROM question q JOIN team m ON m.id = q.team_id WHERE q.reference = ${question ?? null})) AND NOT h.followed
        AND (${only ?? null}::text[] IS NULL OR h.kind = ANY(${only ?? []}::text[]))
        AND (h.answer = 'accepted' OR (h.answer IS NULL AND r.confirmed_at IS NOT NULL AND r.withdrawn_at IS NULL
          AND r.completed_at IS NULL))
      ORDER BY h.kind, h.from_id, h.to_id, h.answered_at DESC NULLS LAST, h.id`;
  },
});

/** Handovers with the answers that were given by an instant. */
const handoversThen = (until: Date | null): Prisma.Sql =>
  until
    ? Prisma.sql`(SELECT x.id, x.kind, x.path, x.from_id, x.to_id, x.reorganisation_id, x.followed,
        CASE WHEN x.answered_at < ${until} THEN x.answer END AS answer,
        CASE WHEN x.answered_at < ${until} THEN x.answered_at END AS answered_at
      FROM handover x WHERE x.proposed_at < ${until})`
    : Prisma.raw('handover');

const reorganisationsThen = (until: Date | null): Prisma.Sql => {
  const by = (column: string) =>
    Prisma.sql`CASE WHEN ${Prisma.raw(column)} < ${until} THEN ${Prisma.raw(column)} END AS ${Prisma.raw(column)}`;
  return until
    ? Prisma.sql`(SELECT id, ${by('confirmed_at')}, ${by('withdrawn_at')}, ${by('completed_at')} FROM reorganisation)`
    : Prisma.raw('reorganisation');
};
