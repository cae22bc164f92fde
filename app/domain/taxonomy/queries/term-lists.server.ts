import { z } from 'zod';
import { anyone, isAllowed } from '../../policy';
import { query } from '../../query.server';
import { TERM_SCHEMES, type TermScheme, type TermStanding } from '../term';
import { mayEditTerms, mayProposeTerms } from '../term-policy';

export interface TermLine {
  scheme: TermScheme;
  reference: string;
  slug: string;
  name: string;
  definition: string;
  standing: TermStanding;
  parentName: string | null;
  retiredAt: Date | null;
  reviewBy: Date | null;
}

/** Every term by scheme, and the lists that others published. */
export const termLists = query({
  name: 'taxonomy.termLists',
  input: z.strictObject({}),
  visibleTo: anyone,
  read: async ({ db, actor }) => {
    const terms = await db.$queryRaw<TermLine[]>`
      SELECT t.scheme::text AS scheme, t.reference, t.slug, t.name, t.definition, t.standing::text AS standing,
        parent.name AS "parentName", t.retired_at AS "retiredAt", t.review_by AS "reviewBy"
      FROM term t LEFT JOIN term parent ON parent.id = t.parent_id
      WHERE t.merged_into_id IS NULL
      ORDER BY coalesce(parent.position, t.position), t.parent_id IS NOT NULL, t.position, t.name`;
    const lists = await db.termList.findMany({
      select: {
        slug: true,
        name: true,
        source: true,
        standing: true,
        note: true,
        _count: { select: { members: true } },
      },
      orderBy: { slug: 'asc' },
    });
    const schemes = TERM_SCHEMES.map((scheme) => ({
      scheme,
      terms: terms.filter((term) => term.scheme === scheme),
    })).filter(({ terms: some }) => some.length > 0);
    return {
      schemes,
      lists: lists.map(({ _count, ...list }) => ({ ...list, members: _count.members })),
      may: { propose: isAllowed(mayProposeTerms(actor)), edit: isAllowed(mayEditTerms(actor)) },
    };
  },
});
