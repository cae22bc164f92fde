import type { Db } from '~/platform/db.server';
import type { Actor } from '../../actor';
import { placedThing, type LoadedThing, type PlacedNoun } from '../places/placed-thing.server';

/** Which terms say what part of the criminal business something is about. */
export const BUSINESS_SCHEMES = ['businessModelStage', 'chainPosition'] as const;
export type BusinessScheme = (typeof BUSINESS_SCHEMES)[number];

export interface BusinessTerm {
  id: string;
  scheme: BusinessScheme;
  slug: string;
  name: string;
}

/** The terms of both schemes that are in use, in their order. */
export const businessTerms = (db: Db): Promise<BusinessTerm[]> => db.$queryRaw`
  SELECT t.id, t.scheme::text AS scheme, t.slug, t.name FROM term t
  WHERE t.scheme::text = ANY(${[...BUSINESS_SCHEMES]}) AND t.retired_at IS NULL AND t.merged_into_id IS NULL
  ORDER BY t.scheme, t.position, t.slug`;

export interface TaggedThing extends LoadedThing {
  terms: BusinessTerm[];
}

/** A published question or finding that the actor may see, with the parts of the business it is about. */
export async function taggedThing(
  db: Db,
  actor: Actor,
  of: { noun: PlacedNoun; reference: string },
): Promise<TaggedThing | null> {
  const thing = await placedThing(db, actor, of);
  if (!thing) return null;
  const terms =
    of.noun === 'question'
      ? await db.$queryRaw<BusinessTerm[]>`
          SELECT t.id, t.scheme::text AS scheme, t.slug, t.name FROM question_term x JOIN term t ON t.id = x.term_id
          WHERE x.question_id = ${thing.id}::uuid AND t.scheme::text = ANY(${[...BUSINESS_SCHEMES]})
          ORDER BY t.scheme, t.position, t.slug`
      : await db.$queryRaw<BusinessTerm[]>`
          SELECT t.id, t.scheme::text AS scheme, t.slug, t.name FROM finding_term x JOIN term t ON t.id = x.term_id
          WHERE x.finding_id = ${thing.id}::uuid AND t.scheme::text = ANY(${[...BUSINESS_SCHEMES]})
          ORDER BY t.scheme, t.position, t.slug`;
  return { ...thing, terms };
}
