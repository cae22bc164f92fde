import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import type { Actor } from '../../actor';
import type { Answers, SchemeName } from '../appraisal/scheme';
import type { Confidence, StudyType } from '../finding';
import { readsPublished } from '../finding-policy';
import { numberThenSql } from '../finding-then.server';
import { findingsVisibleSql } from '../finding-visibility.server';
import type { EffectDirection } from './direction';

/** One finding on a page about an intervention or an objective. */
export interface EvidenceRow {
  subjectId: string;
  reference: string;
  title: string;
  year: number | null;
  authors: string[];
  studyType: StudyType;
  invented: boolean;
  direction: EffectDirection;
  note: string;
  recordedBy: string;
  recordedAt: Date;
  appraisal: { scheme: SchemeName; answers: Answers; confidence: Confidence } | null;
  /** The findings that it plans, where it is a protocol. */
  plans: { reference: string; title: string }[];
}

export interface Contradiction {
  subjectId: string;
  from: string;
  to: string;
  fromTitle: string;
  toTitle: string;
  fromYear: number | null;
  toYear: number | null;
  note: string;
}

interface Reading {
  subjectIds: readonly string[];
  /** As it was known just before an instant; now, without one. */
  until?: Date | undefined;
}

/** What stands: published, neither retracted nor superseded, and known to the reader. */
const stands = (actor: Actor, alias: string, until: Date | undefined): Prisma.Sql => {
  const f = Prisma.raw(alias);
  if (!until)
    return Prisma.sql`(${f}.published_at IS NOT NULL AND ${f}.retracted_at IS NULL AND ${f}.superseded_at IS NULL
      AND ${findingsVisibleSql(actor, alias)})`;
  return Prisma.sql`(${f}.published_at < ${until} AND ${heldSql(`${alias}.retracted_at`, until)}
    AND ${heldSql(`${alias}.superseded_at`, until)} AND ${findingsVisibleSql(actor, alias)}
    ${readsPublished(actor) ? Prisma.empty : Prisma.sql`AND ${f}.released_at < ${until}`})`;
};

/** Whether what would have ended by this column had not. */
const heldSql = (column: string, until: Date | undefined): Prisma.Sql =>
  until
    ? Prisma.sql`coalesce(${Prisma.raw(column)} >= ${until}, true)`
    : Prisma.sql`${Prisma.raw(column)} IS NULL`;

const happenedSql = (column: string, until: Date | undefined): Prisma.Sql =>
  until ? Prisma.sql`${Prisma.raw(column)} < ${until}` : Prisma.sql`${Prisma.raw(column)} IS NOT NULL`;

const numberSql = (alias: string, until: Date | undefined): Prisma.Sql =>
  until ? numberThenSql(alias, until) : Prisma.raw(`${alias}.current_number`);

const linkedSql = (until: Date | undefined): Prisma.Sql =>
  Prisma.sql`${happenedSql('l.confirmed_at', until)} AND ${heldSql('l.removed_at', until)}`;

/** Directions `d` that hold. */
const saidSql = (until: Date | undefined): Prisma.Sql =>
  Prisma.sql`${happenedSql('d.recorded_at', until)} AND ${heldSql('d.replaced_at', until)}`;

const SUBJECT = Prisma.sql`coalesce(d.term_id, d.framework_item_id)`;

/** What findings say of these interventions or items, newest first; of each what two people agreed on, if they did. */
export const evidenceOn = (db: Db, actor: Actor, { subjectIds, until }: Reading): Promise<EvidenceRow[]> =>
  db.$queryRaw<EvidenceRow[]>`
    SELECT ${SUBJECT} AS "subjectId", f.reference, v.title, v.year, coalesce(a.study_type, v.study_type) AS "studyType",
      f.invented, d.direction, d.note, p.name AS "recordedBy", d.recorded_at AS "recordedAt",
      coalesce((SELECT array_agg(x.name ORDER BY x.position) FROM finding_author x WHERE x.version_id = v.id), '{}') AS authors,
      CASE WHEN a.id IS NULL THEN NULL ELSE
        jsonb_build_object('scheme', a.scheme, 'answers', a.answers, 'confidence', a.confidence) END AS appraisal,
      coalesce((SELECT jsonb_agg(jsonb_build_object('reference', o.reference, 'title', ov.title))
        FROM finding_link l JOIN finding o ON o.id = l.to_id
          JOIN finding_version ov ON ov.finding_id = o.id AND ov.number = ${numberSql('o', until)}
        WHERE l.from_id = f.id AND l.kind = 'protocolOf' AND ${linkedSql(until)}
          AND ${stands(actor, 'o', until)}), '[]') AS plans
    FROM finding_direction d
      JOIN finding f ON f.id = d.finding_id
      JOIN finding_version v ON v.finding_id = f.id AND v.number = ${numberSql('f', until)}
      JOIN person p ON p.id = d.recorded_by_id
      LEFT JOIN LATERAL (SELECT * FROM appraisal a WHERE a.version_id = v.id AND ${happenedSql('a.agreed_at', until)}
                         ORDER BY a.agreed_at DESC LIMIT 1) a ON true
    WHERE ${saidSql(until)} AND ${SUBJECT} = ANY(${[...subjectIds]}::uuid[]) AND ${stands(actor, 'f', until)}
    ORDER BY v.year DESC NULLS LAST, v.title`;

/** Confirmed contradictions that touch a finding on one of the pages; the other side may be filed elsewhere. */
export const contradictionsOn = (
  db: Db,
  actor: Actor,
  { subjectIds, until }: Reading,
): Promise<Contradiction[]> =>
  db.$queryRaw<Contradiction[]>`
    SELECT DISTINCT ${SUBJECT} AS "subjectId", a.reference AS "from", b.reference AS "to", l.note,
      av.title AS "fromTitle", bv.title AS "toTitle", av.year AS "fromYear", bv.year AS "toYear"
    FROM finding_link l
      JOIN finding_direction d ON d.finding_id IN (l.from_id, l.to_id) AND ${saidSql(until)}
      JOIN finding a ON a.id = l.from_id JOIN finding b ON b.id = l.to_id
      JOIN finding_version av ON av.finding_id = a.id AND av.number = ${numberSql('a', until)}
      JOIN finding_version bv ON bv.finding_id = b.id AND bv.number = ${numberSql('b', until)}
    WHERE l.kind = 'contradicts' AND ${linkedSql(until)}
      AND ${SUBJECT} = ANY(${[...subjectIds]}::uuid[]) AND ${stands(actor, 'a', until)} AND ${stands(actor, 'b', until)}
    ORDER BY av.title`;
