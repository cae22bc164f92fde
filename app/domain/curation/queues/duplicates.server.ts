import { Prisma } from '~/platform/generated/prisma/client';
import type { Db } from '~/platform/db.server';
import type { MergedNoun } from '../merging/merge-rules';

/** A title without case, signs and spaces: what two people type differently is the same. */
const keyOf = (text: Prisma.Sql) => Prisma.sql`regexp_replace(lower(${text}), '[^[:alnum:]]+', '', 'g')`;

const FINDINGS = Prisma.sql`
  SELECT f.id, f.reference, v.title, f.published_at AS since, ${keyOf(Prisma.sql`v.title`)} AS key,
    coalesce(v.year, 0) AS year, v.doi AS code
  FROM finding f JOIN finding_version v ON v.finding_id = f.id AND v.number = f.current_number
  WHERE f.published_at IS NOT NULL AND f.superseded_at IS NULL AND f.retracted_at IS NULL AND f.merged_into_id IS NULL`;

const QUESTIONS = Prisma.sql`
  SELECT q.id, q.reference, q.title, q.published_at AS since, ${keyOf(Prisma.sql`q.title`)} AS key, 0 AS year,
    NULL AS code
  FROM question q WHERE q.published_at IS NOT NULL AND q.withdrawn_at IS NULL AND q.merged_into_id IS NULL`;

const ORGANISATIONS = Prisma.sql`
  SELECT o.id, o.reference, o.name AS title, o.created_at AS since,
    regexp_replace(${keyOf(Prisma.sql`o.name`)}, '^the', '') AS key, 0 AS year, NULL AS code
  FROM organisation o WHERE o.closed_at IS NULL AND o.merged_into_id IS NULL`;

const RECORDS: Record<MergedNoun, Prisma.Sql> = {
  finding: FINDINGS,
  question: QUESTIONS,
  organisation: ORGANISATIONS,
};

/** Each record that looks like an older one, with that one; pairs that somebody kept apart are left out. */
const twins = (noun: MergedNoun) => Prisma.sql`
  SELECT late.id, late.reference, late.title, late.since, early.id AS twin_id, early.reference AS twin_reference,
    early.title AS twin_title
  FROM (
    SELECT r.*, coalesce(
      nullif(first_value(r.id) OVER (PARTITION BY coalesce(r.code, r.id::text) ORDER BY r.since, r.id), r.id),
      first_value(r.id) OVER (PARTITION BY r.key, r.year ORDER BY r.since, r.id)) AS first_id
    FROM (${RECORDS[noun]}) r
  ) late JOIN (${RECORDS[noun]}) early ON early.id = late.first_id
  WHERE late.first_id <> late.id AND NOT EXISTS (
    SELECT FROM fact f WHERE f.noun = ${noun} AND f.noun_id = late.id AND f.name = 'RecordsWereKeptApart'
      AND f.data->>'otherId' = early.id::text)`;

const lines = (noun: MergedNoun) => Prisma.sql`
  SELECT t.id, t.reference, t.title, 'Like ' || t.twin_title AS detail, t.since FROM (${twins(noun)}) t`;

export const DUPLICATES_SQL = {
  duplicateFindings: lines('finding'),
  duplicateQuestions: lines('question'),
  duplicateOrganisations: lines('organisation'),
};

/** The older record that this one looks like, looked for by its own key and code alone. */
export async function twinOf(db: Db, noun: MergedNoun, reference: string): Promise<string | null> {
  const records = RECORDS[noun];
  const [row] = await db.$queryRaw<{ twin: string }[]>`
    WITH mine AS MATERIALIZED (SELECT r.* FROM (${records}) r WHERE r.reference = ${reference}),
    alike AS (
      SELECT r.reference, r.since, r.id, 1 AS sort FROM mine JOIN (${records}) r ON r.code = mine.code
      UNION ALL
      SELECT r.reference, r.since, r.id, 2 FROM mine JOIN (${records}) r ON r.key = mine.key AND r.year = mine.year
    )
    SELECT a.reference AS twin FROM alike a, mine WHERE (a.since, a.id) < (mine.since, mine.id)
    ORDER BY a.sort, a.since, a.id LIMIT 1`;
  return row?.twin ?? null;
}
