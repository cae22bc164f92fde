import { database } from '~/platform/db.server';
import type { Desk } from './desk';

/** Every page about what these hold: the things, their organisations, their teams' questions and the awards of those. */
export async function addressesOf(organisationIds: string[]): Promise<string[]> {
  const rows = await database().$queryRaw<{ path: string }[]>`
    WITH own AS (SELECT id, reference FROM team WHERE organisation_id = ANY(${organisationIds}::uuid[]))
    SELECT path FROM soundings.held_item WHERE holder_id = ANY(${organisationIds}::uuid[]) AND path IS NOT NULL
    UNION SELECT '/organisations/' || soundings.shown_reference(reference) FROM organisation
      WHERE id = ANY(${organisationIds}::uuid[])
    UNION SELECT '/questions/' || soundings.shown_reference(q.reference) FROM question q JOIN own ON own.id = q.team_id
    UNION SELECT '/awards/' || soundings.shown_reference(a.reference) FROM award a JOIN question q ON q.id = a.question_id
      JOIN own ON own.id = q.team_id
    UNION SELECT '/awards/' || soundings.shown_reference(a.reference) || '/obligations' FROM award a
      JOIN question q ON q.id = a.question_id JOIN own ON own.id = q.team_id WHERE a.contracted_at IS NOT NULL
    UNION SELECT '/cascades/' || soundings.shown_reference(c.reference) FROM "cascade" c JOIN own ON own.id = c.team_id
    UNION SELECT '/enquiries/' || soundings.shown_reference(e.reference) FROM enquiry e JOIN own ON own.id = e.team_id
    ORDER BY path`;
  return rows.map(({ path }) => path);
}

/** Who got which page: as it is, or led on to where it is now. */
export async function answersOf(desk: Desk, paths: string[], personIds: string[]): Promise<Set<string>> {
  const answered = new Set<string>();
  for (const path of paths)
    for (const id of personIds) {
      const { status } = await desk.ask(path, id);
      if (status < 400) answered.add(`${id} ${path}`);
    }
  return answered;
}

/**
 * Who got a page before and does not now. Where a department was divided, what was its own may have gone to another
 * successor than somebody's team did: then it is rightly closed to them, and is told apart.
 */
export async function fallen(
  before: Set<string>,
  after: Set<string>,
): Promise<{ lost: string[]; gone: string[] }> {
  const missing = [...before].filter((one) => !after.has(one));
  const gone: string[] = [];
  for (const one of missing) {
    const [id = '', path = ''] = one.split(' ');
    const [row] = await database().$queryRaw<{ elsewhere: boolean | null }[]>`
      SELECT bool_and(h.holder_id NOT IN (SELECT t.organisation_id FROM team_membership m JOIN team t ON t.id = m.team_id
        WHERE m.person_id = ${id}::uuid AND m.ends_at IS NULL)) AS elsewhere
      FROM soundings.held_item h JOIN reorganisation_part r ON r.organisation_id = h.holder_id AND r.side = 'successor'
      WHERE h.path = ${path}`;
    if (row?.elsewhere) gone.push(one);
  }
  return { lost: missing.filter((one) => !gone.includes(one)), gone };
}
