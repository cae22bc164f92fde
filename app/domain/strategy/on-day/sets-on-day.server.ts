import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import type { TermStanding } from '../../taxonomy/term';
import type { PriorityKind } from '../priority-set';
import { calledThenSql, ofThenSql } from './organisations-then.server';
import { asRecorded, type RecordedContent } from './recorded';

export interface PriorityOnDay {
  id: string;
  reference: string;
  name: string;
  /** Threat areas it covers: by the crosswalk of that day, or because it is one. */
  areas: { slug: string; name: string }[];
}

export interface SetOnDay {
  slug: string;
  reference: string;
  document: string;
  kind: PriorityKind;
  standing: TermStanding;
  note: string;
  startsOn: Date;
  endsOn: Date | null;
  startsWritten: string;
  endsWritten: string | null;
  interim: boolean;
  joint: boolean;
  /** The organisation of an interim set. */
  owner: string | null;
  /** Entered after that day, though it may have held then. */
  enteredSince: boolean;
  /** Number of the crosswalk, and whether somebody checked it. */
  crosswalk: { number: number; verified: boolean } | null;
  priorities: PriorityOnDay[];
}

/** The version that was known by then, or the first one there is. */
export const versionKnownBy = (
  until: Date,
  table: 'priority_set_version' | 'framework_version',
  of: Prisma.Sql,
) =>
  Prisma.sql`SELECT v.content FROM ${Prisma.raw(table)} v WHERE ${of}
    ORDER BY v.recorded_at < ${until} DESC, CASE WHEN v.recorded_at < ${until} THEN v.number END DESC NULLS LAST,
      v.number LIMIT 1`;

/** Every set as it was known by an instant, with what its priorities cover; the latest start first. One statement. */
export async function loadSetsOnDay(db: Db, until: Date): Promise<SetOnDay[]> {
  const rows = await db.$queryRaw<(SetOnDay & { content: RecordedContent | null })[]>`
    SELECT s.slug, s.reference, s.document, s.kind::text AS kind, s.standing::text AS standing, s.note,
      s.starts_on AS "startsOn", s.ends_on AS "endsOn", s.starts_written AS "startsWritten",
      s.ends_written AS "endsWritten", s.interim, s.joint_set_id IS NOT NULL AS joint, ${calledThenSql('organisation', 'o', until)} AS owner,
      s.created_at >= ${until} AS "enteredSince", said.content,
      CASE WHEN mapped.id IS NOT NULL THEN jsonb_build_object('number', mapped.number, 'verified', mapped.verified) END
        AS crosswalk,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', p.id, 'reference', p.reference, 'name', p.name, 'areas', coalesce((
          SELECT jsonb_agg(jsonb_build_object('slug', t.slug, 'name', coalesce((SELECT v.name FROM term_version v
              WHERE v.term_id = t.id AND v.recorded_at < ${until} ORDER BY v.number DESC LIMIT 1), t.name)) ORDER BY t.position, t.slug) FROM term t
          WHERE t.id = p.term_id AND t.scheme = 'threatArea' OR t.id IN (SELECT e.term_id FROM crosswalk_entry e
            WHERE e.crosswalk_id = mapped.id AND e.priority_id = p.id)), '[]')) ORDER BY p.position)
        FROM priority p WHERE p.priority_set_id = s.id AND (p.retired_at IS NULL OR p.retired_at >= ${until})), '[]')
        AS priorities
    FROM priority_set s LEFT JOIN organisation o ON o.id = ${ofThenSql('priority_set', 's', until)}
    LEFT JOIN LATERAL (${versionKnownBy(until, 'priority_set_version', Prisma.sql`v.priority_set_id = s.id`)}) said
      ON true
    LEFT JOIN LATERAL (SELECT c.id, c.number, c.verified FROM crosswalk c
      WHERE c.priority_set_id = s.id AND (c.recorded_at < ${until} OR s.created_at >= ${until} AND c.number = 1)
      ORDER BY c.number DESC LIMIT 1) mapped ON true
    ORDER BY s.starts_on DESC, s.slug`;
  return rows.map(asRecorded);
}
