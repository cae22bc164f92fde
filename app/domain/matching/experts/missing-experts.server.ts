import type { Db } from '~/platform/db.server';
import { EARLY_YEARS, type Missing } from './missing-experts';
import type { SuggestedExpert } from './suggestions';

type Row = Pick<Missing, 'terms' | 'dated' | 'early'> & { disciplines: { name: string; experts: number }[] };

/** What the experts whom nothing holds back lack for a question: terms, disciplines, career stages, spread. */
export async function loadMissing(
  db: Db,
  { id, year }: { id: string; year: number },
  suggested: readonly SuggestedExpert[],
): Promise<Missing> {
  const free = suggested.filter(({ ruledOut }) => ruledOut.length === 0);
  const references = free.map(({ reference }) => reference);
  const [row] = await db.$queryRaw<Row[]>`
    WITH free AS (SELECT id FROM person WHERE reference = ANY(${references})),
    began AS (
      SELECT min(w.year) AS year FROM free JOIN expert_work w ON w.person_id = free.id
      WHERE w.state = 'taken' AND w.year IS NOT NULL GROUP BY free.id
    )
    SELECT
      (SELECT coalesce(jsonb_agg(jsonb_build_object('scheme', t.scheme, 'name', t.name) ORDER BY t.scheme, t.name), '[]')
        FROM question_term qt JOIN term t ON t.id = qt.term_id
        WHERE qt.question_id = ${id}::uuid AND t.scheme IN ('threatArea', 'enabler', 'region')
          AND NOT EXISTS (SELECT FROM free JOIN expert_term x ON x.person_id = free.id WHERE x.term_id = t.id)) AS terms,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('name', d.name, 'experts', d.experts) ORDER BY d.name), '[]') FROM (
        SELECT t.name, (SELECT count(*)::int FROM free JOIN expert_term x ON x.person_id = free.id WHERE x.term_id = t.id) AS experts
        FROM term t WHERE t.scheme = 'discipline' AND t.retired_at IS NULL) d) AS disciplines,
      (SELECT count(*)::int FROM began) AS dated,
      (SELECT count(*)::int FROM began WHERE year >= ${year - EARLY_YEARS}) AS early`;
  const { disciplines = [], terms = [], dated = 0, early = 0 } = row ?? {};
  const stated = disciplines.some(({ experts }) => experts > 0);
  return {
    among: free.length,
    terms: terms,
    disciplines: stated ? disciplines.filter(({ experts }) => experts === 0).map(({ name }) => name) : [],
    dated,
    early,
    organisation: mostCommon(free.flatMap(({ organisation }) => organisation ?? [])),
  };
}

function mostCommon(names: readonly string[]): Missing['organisation'] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [most] = [...counts].sort((one, other) => other[1] - one[1]);
  return most ? { name: most[0], experts: most[1] } : null;
}
