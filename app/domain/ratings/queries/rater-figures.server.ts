import { z } from 'zod';
import { Prisma } from '~/platform/generated/prisma/client';
import { query } from '../../query.server';
import { optionalReferenceInput } from '../../reference-input';
import { figuresReadBy } from '../model/rater-figures';

export interface RaterFigures {
  id: string;
  rater: string;
  isOwn: boolean;
  ratings: number;
  bias: number;
  weight: number;
}

interface FittedSet {
  id: string;
  reference: string;
  document: string;
  fittedAt: Date;
  version: number;
  ratings: number;
  converged: boolean;
}

export const FIGURES_A_PAGE = 50;

/** How each person rates beside the others, for one priority set: who counts for least comes first. */
export const raterFigures = query({
  name: 'ratings.rater-figures',
  input: z.strictObject({
    set: optionalReferenceInput,
    after: z.uuid().optional(),
  }),
  visibleTo: (actor) => ({ read: figuresReadBy(actor), ownId: actor.kind === 'person' ? actor.id : null }),
  read: async ({ db, scope: { read, ownId }, input }) => {
    if (!read || !ownId) return null;
    const sets = await db.$queryRaw<FittedSet[]>`
      SELECT f.id, s.reference, s.document, f.fitted_at AS "fittedAt", f.version, f.ratings, f.converged
      FROM rating_fit f JOIN priority_set s ON s.id = f.priority_set_id
      ORDER BY s.ends_on DESC NULLS FIRST, s.starts_on DESC, s.id`;
    const chosen = input.set ? sets.find(({ reference }) => reference === input.set) : sets[0];
    const own = Prisma.sql`AND x.person_id = ${ownId}::uuid`;
    const place = Prisma.sql`AND (x.weight, x.person_id) > (
      SELECT y.weight, y.person_id FROM rating_fit_rater y WHERE y.fit_id = x.fit_id AND y.person_id = ${input.after}::uuid)`;
    const rows = chosen
      ? await db.$queryRaw<RaterFigures[]>`
          SELECT p.id, p.name AS rater, p.id = ${ownId}::uuid AS "isOwn", x.ratings, x.bias, x.weight
          FROM rating_fit_rater x JOIN person p ON p.id = x.person_id
          WHERE x.fit_id = ${chosen.id}::uuid
            ${read === 'everybody' ? Prisma.empty : own} ${input.after ? place : Prisma.empty}
          ORDER BY x.weight, x.person_id LIMIT ${FIGURES_A_PAGE + 1}`
      : [];
    return {
      read,
      sets: sets.map(({ reference, document }) => ({ reference, document })),
      chosen: chosen ?? null,
      raters: rows.slice(0, FIGURES_A_PAGE),
      next: rows.length > FIGURES_A_PAGE ? (rows[FIGURES_A_PAGE - 1]?.id ?? null) : null,
    };
  },
});
