import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import type { Actor } from '../../actor';
import { findingsVisibleSql } from '../../knowledge/finding-visibility.server';
import { questionsVisibleSql } from '../../questions/question-visibility.server';
import type { CountryRole } from './countries';
import type { PlacedThing } from './place-policy';

export const PLACED = ['question', 'finding'] as const;
export type PlacedNoun = (typeof PLACED)[number];
export const placedNoun = z.enum(PLACED);

export interface LoadedThing extends PlacedThing {
  id: string;
  reference: string;
  title: string;
  countries: { country: string; role: CountryRole }[];
}

/** A published question or finding that the actor may see, with the countries it is about. */
export async function placedThing(
  db: Db,
  actor: Actor,
  { noun, reference }: { noun: PlacedNoun; reference: string },
): Promise<LoadedThing | null> {
  const rows =
    noun === 'question'
      ? await db.$queryRaw<LoadedThing[]>`
          SELECT q.id, q.reference, q.title, q.team_id AS "teamId", NULL AS "submittedById",
            coalesce((SELECT jsonb_agg(jsonb_build_object('country', c.country, 'role', c.role) ORDER BY c.country)
              FROM question_country c WHERE c.question_id = q.id), '[]') AS countries
          FROM question q WHERE q.reference = ${reference} AND q.published_at IS NOT NULL
            AND ${questionsVisibleSql(actor, 'q')}`
      : await db.$queryRaw<LoadedThing[]>`
          SELECT f.id, f.reference, v.title, NULL AS "teamId", f.submitted_by_id AS "submittedById",
            coalesce((SELECT jsonb_agg(jsonb_build_object('country', c.country, 'role', c.role) ORDER BY c.country)
              FROM finding_country c WHERE c.finding_id = f.id), '[]') AS countries
          FROM finding f JOIN finding_version v ON v.finding_id = f.id AND v.number = f.current_number
          WHERE f.reference = ${reference} AND f.published_at IS NOT NULL AND ${findingsVisibleSql(actor, 'f')}`;
  return rows[0] ?? null;
}
