import { z } from 'zod';
import { Prisma } from '~/platform/generated/prisma/client';
import { hasRole, isPerson } from '../../actor';
import { isoDayInput } from '../../form-inputs';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { parseReference } from '../../reference';
import { mayExportTrail, mayReadTrail } from '../audit-policy';
import { linesOf, type FactRow } from '../fact-lines.server';
import { trailState } from '../trail-state.server';
import { withheldSql } from '../withheld.server';

const PAGE = 25;

const day = isoDayInput();
export const trailFilters = {
  noun: z.string().trim().max(40).optional(),
  name: z.string().trim().max(60).optional(),
  person: z.string().trim().max(20).optional(),
  from: day.optional(),
  to: day.optional(),
  after: z.uuid().optional(),
};
type Filters = z.output<z.ZodObject<typeof trailFilters>>;

function conditions({ noun, name, person, from, to, after }: Filters): Prisma.Sql {
  const all: Prisma.Sql[] = [Prisma.sql`NOT ${withheldSql}`];
  if (noun) all.push(Prisma.sql`f.noun = ${noun}`);
  if (name) all.push(Prisma.sql`f.name ILIKE '%' || ${name.replaceAll(/[\\%_\s]/g, '')} || '%'`);
  if (person) all.push(Prisma.sql`p.reference = ${parseReference(person) ?? ''}`);
  if (from) all.push(Prisma.sql`f.at >= (${from}::date::timestamp AT TIME ZONE 'Europe/London')`);
  if (to) all.push(Prisma.sql`f.at < ((${to}::date + 1)::timestamp AT TIME ZONE 'Europe/London')`);
  if (after) all.push(Prisma.sql`f.number < (SELECT n.number FROM fact n WHERE n.id = ${after}::uuid)`);
  return Prisma.join(all, ' AND ');
}

/** All facts but those of undecided competitions, the latest first. Reading them is a fact itself. */
export const trail = query({
  name: 'audit.trail',
  input: z.strictObject(trailFilters),
  visibleTo: mayReadTrail,
  read: async ({ db, actor, scope, input }) => {
    if (!isAllowed(scope) || !isPerson(actor)) return null;
    const rows = await db.$queryRaw<FactRow[]>`
      SELECT f.id, f.name, f.noun, f.at, f.data, p.name AS "actorName", fp.person_id AS "aboutId", fp.ciphertext
      FROM fact f LEFT JOIN person p ON p.id = f.actor_id LEFT JOIN fact_personal fp ON fp.fact_id = f.id
      WHERE ${conditions(input)} ORDER BY f.number DESC LIMIT ${PAGE + 1}`;
    const level = hasRole(actor, 'auditor') ? 'auditor' : 'curator';
    const shown = rows.slice(0, PAGE);
    return {
      readerId: actor.id,
      facts: await linesOf(db, actor, level, shown),
      next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
      state: await trailState(db),
      may: { export: isAllowed(mayExportTrail(actor)) },
    };
  },
  logged: ({ readerId }, { noun, name, person }) => ({
    name: 'TrailWasRead',
    noun: 'person',
    nounId: readerId,
    data: { noun: noun ?? null, name: name ?? null, person: person ?? null },
  }),
});
