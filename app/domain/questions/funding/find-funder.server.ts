import type { Db } from '~/platform/db.server';

export interface FunderIds {
  organisationId: string;
  teamId: string | null;
}

/** `organisation:slug` or `team:reference`, as the choices of the form are worded; null for what is closed or unknown. */
export async function findFunder(db: Db, choice: string): Promise<FunderIds | null> {
  const [kind, key = ''] = choice.split(':', 2);
  if (kind === 'team') {
    const team = await db.team.findFirst({ where: { reference: key, closedAt: null } });
    return team && { organisationId: team.organisationId, teamId: team.id };
  }
  const organisation = await db.organisation.findFirst({
    where: { slug: key, mergedIntoId: null, closedAt: null },
  });
  return kind === 'organisation' && organisation ? { organisationId: organisation.id, teamId: null } : null;
}

const MOST_CHOICES = 1000;

/** Every organisation, each followed by its teams. */
export const funderChoices = (db: Db): Promise<{ value: string; text: string }[]> => db.$queryRaw`
  SELECT value, text FROM (
    SELECT 'organisation:' || o.slug AS value, o.name AS text, o.name AS whose, '' AS team
      FROM organisation o WHERE o.merged_into_id IS NULL AND o.closed_at IS NULL
    UNION ALL SELECT 'team:' || t.reference, t.name || ', ' || o.name, o.name, t.name
      FROM team t JOIN organisation o ON o.id = t.organisation_id AND o.closed_at IS NULL AND o.merged_into_id IS NULL
      WHERE t.closed_at IS NULL) choice
  ORDER BY whose, team, value LIMIT ${MOST_CHOICES}`;
