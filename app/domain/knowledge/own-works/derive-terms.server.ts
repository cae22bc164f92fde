import type { Db } from '~/platform/db.server';
import { EXPERTISE, type Expertise } from '../../people/expert-profile';
import { termsNamed } from './named-terms';

/** Counts again which terms a person's taken works name. What the person rejected stays rejected. */
export async function deriveTerms(tx: Db, personId: string): Promise<void> {
  const works = await tx.expertWork.findMany({
    where: { personId, state: 'taken' },
    select: { title: true, description: true },
  });
  const terms = await tx.term.findMany({
    where: { scheme: { in: Object.keys(EXPERTISE) as Expertise[] }, retiredAt: null, mergedIntoId: null },
    select: { id: true, name: true, aliases: true },
  });
  const counts = termsNamed(
    works,
    terms.map(({ id, name, aliases }) => ({ id, names: [name, ...aliases] })),
  );
  await tx.derivedExpertTerm.updateMany({ where: { personId }, data: { works: 0 } });
  const rows = JSON.stringify([...counts].map(([termId, count]) => ({ termId, count })));
  await tx.$executeRaw`
    INSERT INTO derived_expert_term (person_id, term_id, works)
    SELECT ${personId}::uuid, r."termId", r.count FROM jsonb_to_recordset(${rows}::jsonb) AS r ("termId" uuid, count int)
    ON CONFLICT (person_id, term_id) DO UPDATE SET works = excluded.works`;
  await tx.derivedExpertTerm.deleteMany({ where: { personId, works: 0, rejectedAt: null } });
}
