import type { Db } from '~/platform/db.server';
import type { TermStanding } from '../../taxonomy/term';
import { calledThenSql, ofThenSql } from '../on-day/organisations-then.server';
import type { RecordedContent } from '../on-day/recorded';
import type { PriorityKind } from '../priority-set';

interface Area {
  slug: string;
  name: string;
}

/** A set with all that hangs on it; `When` is a date, or text as `jsonb` carries one. */
interface Row<When> {
  id: string;
  reference: string;
  slug: string;
  document: string;
  kind: PriorityKind;
  startsOn: Date;
  endsOn: Date | null;
  startsWritten: string;
  endsWritten: string | null;
  datesNote: string;
  standing: TermStanding;
  note: string;
  revision: number;
  interim: boolean;
  ownerTeamId: string | null;
  ownerOrganisation: { name: string } | null;
  jointSet: { reference: string } | null;
  createdAt: Date;
  priorities: { id: string; reference: string; name: string; retiredAt: When | null; term: Area | null }[];
  /** The latest first, as crosswalks. */
  versions: { number: number; changeNote: string; recordedAt: When; content: RecordedContent | null }[];
  crosswalks: {
    number: number;
    verified: boolean;
    note: string;
    holdsFrom: When;
    recordedAt: When;
    entries: { priorityId: string; term: Area }[];
  }[];
}

/** One statement, however many versions and crosswalks it had; whose it was and what was retired as of an instant. */
export async function loadWholeSet(db: Db, slug: string, until: Date): Promise<Row<Date> | null> {
  const [row] = await db.$queryRaw<Row<string>[]>`
    SELECT s.id, s.reference, s.slug, s.document, s.kind::text AS kind, s.starts_on AS "startsOn", s.ends_on AS "endsOn",
      s.starts_written AS "startsWritten", s.ends_written AS "endsWritten", s.dates_note AS "datesNote",
      s.standing::text AS standing, s.note, s.revision, s.interim, s.owner_team_id AS "ownerTeamId",
      CASE WHEN o.id IS NOT NULL THEN jsonb_build_object('name', ${calledThenSql('organisation', 'o', until)}) END AS "ownerOrganisation",
      CASE WHEN j.id IS NOT NULL THEN jsonb_build_object('reference', j.reference) END AS "jointSet",
      s.created_at AS "createdAt",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'reference', p.reference, 'name', p.name,
          'retiredAt', CASE WHEN p.retired_at < ${until} THEN p.retired_at END, 'term', CASE WHEN t.id IS NOT NULL
            THEN jsonb_build_object('slug', t.slug, 'name', t.name) END) ORDER BY p.position), '[]')
        FROM priority p LEFT JOIN term t ON t.id = p.term_id WHERE p.priority_set_id = s.id) AS priorities,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('number', v.number, 'changeNote', v.change_note,
          'recordedAt', v.recorded_at, 'content', v.content) ORDER BY v.number DESC), '[]')
        FROM priority_set_version v WHERE v.priority_set_id = s.id) AS versions,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('number', c.number, 'verified', c.verified, 'note', c.note,
          'holdsFrom', c.holds_from, 'recordedAt', c.recorded_at, 'entries', (
            SELECT coalesce(jsonb_agg(jsonb_build_object('priorityId', e.priority_id,
              'term', jsonb_build_object('slug', t.slug, 'name', t.name)) ORDER BY t.position, t.slug), '[]')
            FROM crosswalk_entry e JOIN term t ON t.id = e.term_id WHERE e.crosswalk_id = c.id)) ORDER BY c.number DESC), '[]')
        FROM crosswalk c WHERE c.priority_set_id = s.id) AS crosswalks
    FROM priority_set s LEFT JOIN organisation o ON o.id = ${ofThenSql('priority_set', 's', until)}
      LEFT JOIN joint_set j ON j.id = s.joint_set_id
    WHERE s.slug = ${slug}`;
  if (!row) return null;
  const dated = <One extends { recordedAt: string }>(one: One) => ({
    ...one,
    recordedAt: new Date(one.recordedAt),
  });
  return {
    ...row,
    priorities: row.priorities.map(({ retiredAt, ...priority }) => ({
      ...priority,
      retiredAt: retiredAt === null ? null : new Date(retiredAt),
    })),
    versions: row.versions.map(dated),
    crosswalks: row.crosswalks.map((one) => ({ ...dated(one), holdsFrom: new Date(one.holdsFrom) })),
  };
}
