import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import { optionalDayInput } from '../../form-inputs';
import { anyone, isAllowed } from '../../policy';
import { query } from '../../query.server';
import { ukDay } from '../../uk-time';
import { termBeforeSql, termNameThenSql } from '../in-use-then.server';
import { knownUntil } from '../known-until.server';
import { unmergedThenSql } from '../merging/unmerged-then.server';
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

/** Every term by scheme, as it is or as it was known on a day, and the lists that others published. */
export const termLists = query({
  name: 'taxonomy.termLists',
  input: z.strictObject({ on: optionalDayInput() }),
  visibleTo: anyone,
  read: async ({ db, actor, input, now }) => {
    const day = input.on ?? ukDay(now);
    const terms = await (input.on ? termsKnown(db, await knownUntil(db, day)) : termsNow(db));
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
      ...{ day, asked: input.on !== undefined },
      schemes,
      lists: lists.map(({ _count, ...list }) => ({ ...list, members: _count.members })),
      may: { propose: isAllowed(mayProposeTerms(actor)), edit: isAllowed(mayEditTerms(actor)) },
    };
  },
});

const PLACE = Prisma.sql`coalesce(parent.position, t.position), t.parent_id IS NOT NULL, t.position`;

const termsNow = (db: Db): Promise<TermLine[]> => db.$queryRaw`
  SELECT t.scheme::text AS scheme, t.reference, t.slug, t.name, t.definition, t.standing::text AS standing,
    parent.name AS "parentName", t.retired_at AS "retiredAt", t.review_by AS "reviewBy"
  FROM term t LEFT JOIN term parent ON parent.id = t.parent_id
  WHERE t.merged_into_id IS NULL ORDER BY ${PLACE}, t.name`;

const termsKnown = (db: Db, until: Date): Promise<TermLine[]> => db.$queryRaw`
  SELECT t.scheme::text AS scheme, t.reference, t.slug, said.name, said.definition, said.standing::text AS standing,
    ${termNameThenSql('parent', until)} AS "parentName", CASE WHEN before.id IS NULL THEN t.retired_at ELSE before.retired_at END AS "retiredAt",
    CASE WHEN before.id IS NULL THEN t.review_by ELSE before.review_by END AS "reviewBy"
  FROM term t LEFT JOIN term parent ON parent.id = t.parent_id
  JOIN LATERAL (SELECT * FROM term_version v WHERE v.term_id = t.id AND v.recorded_at < ${until}
    ORDER BY v.number DESC LIMIT 1) said ON true
  ${termBeforeSql('t', until)}
  WHERE t.created_at < ${until} AND ${unmergedThenSql('term', 't', until)} ORDER BY ${PLACE}, said.name`;
