import { z } from 'zod';
import { Prisma } from '~/platform/generated/prisma/client';
import { query } from '../../query.server';
import { mayMergePeople } from '../same-person/merge-policy';

interface Side {
  reference: string;
  name: string;
  organisation: string | null;
  createdAt: string;
}

interface Pair {
  one: Side;
  other: Side;
  sameOrganisation: boolean;
  sharedWorks: number;
}

interface Waiting {
  reference: string;
  kept: string;
  merged: string;
  proposedAt: Date;
}

const MOST = 50;

const side = (column: 'one' | 'other') => Prisma.sql`
  (SELECT jsonb_build_object('reference', p.reference, 'name', p.name, 'createdAt', p.created_at,
     'organisation', (SELECT o.name FROM affiliation a JOIN organisation o ON o.id = a.organisation_id
                      WHERE a.person_id = p.id ORDER BY a.ends_on DESC NULLS FIRST, a.starts_on DESC LIMIT 1))
   FROM person p WHERE p.id = j.${Prisma.raw(column)})`;

/**
 * Accounts that may be one person's: the same name, without titles, accents and the order of its words, and besides an
 * organisation of both or a work of both. Nothing is concluded: a person looks.
 */
export const duplicatePeople = query({
  name: 'curation.duplicate-people',
  input: z.strictObject({}),
  visibleTo: (actor) => mayMergePeople(actor).kind === 'allow',
  read: async ({ db, scope }) => {
    if (!scope) return null;
    const pairs = await db.$queryRaw<Pair[]>`
      WITH named AS (
        SELECT p.id, p.reference, p.name, p.created_at, p.demonstration,
          (SELECT string_agg(w, ' ' ORDER BY w) FROM regexp_split_to_table(regexp_replace(
             lower(unaccent(p.name)), '\\m(dr|prof|professor|mr|mrs|ms|sir|dame)\\M|[^a-z ]', ' ', 'g'), ' +') w
           WHERE w <> '') AS words
        FROM person p
        WHERE p.merged_into_id IS NULL AND p.erased_at IS NULL
      ), pair AS (
        SELECT a.id AS one, b.id AS other FROM named a JOIN named b
          ON b.words = a.words AND a.id < b.id AND a.demonstration = b.demonstration
      ), judged AS (
        SELECT pair.*,
          EXISTS (SELECT FROM affiliation x JOIN affiliation y ON y.organisation_id = x.organisation_id
                  WHERE x.person_id = one AND y.person_id = other) AS "sameOrganisation",
          (SELECT count(*)::int FROM work_author x JOIN work_author y ON y.work_id = x.work_id
           WHERE x.person_id = one AND y.person_id = other)
          + (SELECT count(*)::int FROM expert_work x JOIN expert_work y ON y.work_id = x.work_id OR y.doi = x.doi
             WHERE x.person_id = one AND y.person_id = other) AS "sharedWorks"
        FROM pair
      )
      SELECT ${side('one')} AS one, ${side('other')} AS other, "sameOrganisation", "sharedWorks"
      FROM judged j WHERE ("sameOrganisation" OR "sharedWorks" > 0)
        AND NOT EXISTS (SELECT FROM person_merge m WHERE least(m.kept_id, m.merged_id) = least(j.one, j.other)
          AND greatest(m.kept_id, m.merged_id) = greatest(j.one, j.other))
      ORDER BY "sharedWorks" DESC, j.one, j.other LIMIT ${MOST}`;
    const waiting = await db.$queryRaw<Waiting[]>`
      SELECT m.reference, k.name AS kept, g.name AS merged, m.proposed_at AS "proposedAt"
      FROM person_merge m JOIN person k ON k.id = m.kept_id JOIN person g ON g.id = m.merged_id
      WHERE m.decided_at IS NULL ORDER BY m.proposed_at LIMIT ${MOST}`;
    return { pairs, waiting };
  },
});
