import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import type { TermStanding } from '../../taxonomy/term';
import { asRecorded, type RecordedContent } from './recorded';
import { versionKnownBy } from './sets-on-day.server';

export interface FrameworkOnDay {
  slug: string;
  document: string;
  citation: string;
  note: string;
  startsOn: Date;
  endsOn: Date | null;
  startsWritten: string;
  endsWritten: string | null;
  enteredSince: boolean;
  items: { reference: string; name: string; standing: TermStanding }[];
}

/** Every framework as it was known by an instant, the latest start first. One statement. */
export async function loadFrameworksOnDay(db: Db, until: Date): Promise<FrameworkOnDay[]> {
  const rows = await db.$queryRaw<(FrameworkOnDay & { content: RecordedContent | null })[]>`
    SELECT f.slug, f.document, f.citation, f.note, f.starts_on AS "startsOn", f.ends_on AS "endsOn",
      f.starts_written AS "startsWritten", f.ends_written AS "endsWritten", f.created_at >= ${until} AS "enteredSince",
      said.content, coalesce((SELECT jsonb_agg(jsonb_build_object('reference', i.reference, 'name', i.name,
        'standing', i.standing) ORDER BY i.position) FROM framework_item i WHERE i.framework_id = f.id), '[]') AS items
    FROM framework f
    LEFT JOIN LATERAL (${versionKnownBy(until, 'framework_version', Prisma.sql`v.framework_id = f.id`)}) said ON true
    ORDER BY f.starts_on DESC, f.slug`;
  return rows.map(asRecorded);
}
