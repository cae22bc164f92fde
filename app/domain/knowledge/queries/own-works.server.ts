import { z } from 'zod';
import type { Actor } from '../../actor';
import { query } from '../../query.server';
import { canReadOrcidRecords } from '../own-works/read-orcid-record.server';

interface Work {
  id: string;
  title: string;
  year: number | null;
  venue: string;
  doi: string | null;
  authors: string[];
  state: 'offered' | 'taken' | 'rejected';
  finding: { reference: string; title: string } | null;
}

interface DerivedTerm {
  reference: string;
  name: string;
  works: number;
  rejected: boolean;
}

/** The works that the actor was offered, took and rejected, with what the knowledge base holds of them. */
export const ownWorks = query({
  name: 'knowledge.own-works',
  input: z.strictObject({}),
  visibleTo: (actor: Actor) => (actor.kind === 'person' ? actor.id : null),
  read: async ({ db, scope }) => {
    if (scope === null) return null;
    const works = await db.$queryRaw<Work[]>`
      SELECT e.id, e.title, e.year, e.venue, e.doi, e.authors, e.state::text AS state,
        (SELECT jsonb_build_object('reference', f.reference, 'title', v.title)
         FROM finding f JOIN finding_version v ON v.finding_id = f.id AND v.number = f.current_number
         WHERE f.released_at IS NOT NULL AND f.retracted_at IS NULL
           AND (f.work_id = e.work_id OR (e.doi IS NOT NULL AND v.doi = e.doi))
         ORDER BY f.id LIMIT 1) AS finding
      FROM expert_work e WHERE e.person_id = ${scope}::uuid
      ORDER BY e.year DESC NULLS LAST, e.title, e.id`;
    const terms = await db.$queryRaw<DerivedTerm[]>`
      SELECT t.reference, t.name, d.works, d.rejected_at IS NOT NULL AS rejected
      FROM derived_expert_term d JOIN term t ON t.id = d.term_id
      WHERE d.person_id = ${scope}::uuid ORDER BY d.works DESC, t.name`;
    const person = await db.person.findUnique({
      where: { id: scope },
      select: { orcid: true, orcidVerifiedAt: true },
    });
    const isLinked = person?.orcidVerifiedAt !== null && person?.orcidVerifiedAt !== undefined;
    return { works, terms, canRead: canReadOrcidRecords(), isLinked };
  },
});
export type OwnWorksView = NonNullable<Awaited<ReturnType<typeof ownWorks.read>>>;
