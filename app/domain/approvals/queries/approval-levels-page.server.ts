import { z } from 'zod';
import { isMember } from '../../actor';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { maySetLevels } from '../approval-levels';
import { levelsOwner } from '../load-levels-owner.server';

interface LevelSet {
  fromAmount: number;
  role: string | null;
  people: { name: string; address: string }[];
}

interface SetEarlier {
  at: Date;
  by: string;
  levels: number;
}

/** The levels that a team or organisation has set, and when they were set before, for those who set them. */
export const approvalLevelsPage = query({
  name: 'approvals.levels-page',
  input: z.strictObject({ of: z.enum(['team', 'organisation']), reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor : null),
  read: async ({ db, scope: actor, input }) => {
    const owner = actor && (await levelsOwner(db, input.of, input.reference));
    if (!owner) return null;
    const verdict = maySetLevels(actor, owner);
    if (verdict.kind !== 'allow') return verdict.kind === 'deny' ? verdict : null;
    const history = await db.$queryRaw<SetEarlier[]>`
      SELECT s.holds_from AS at, p.name AS by, (SELECT count(*)::int FROM approval_level l WHERE l.scheme_id = s.id) AS levels
      FROM approval_scheme s JOIN person p ON p.id = s.set_by_id
      WHERE ${owner.id}::uuid IN (s.team_id, s.organisation_id) ORDER BY s.holds_from DESC, s.id DESC LIMIT 20`;
    const levels = await db.$queryRaw<LevelSet[]>`
      SELECT l.from_amount AS "fromAmount", l.role, COALESCE((
        SELECT jsonb_agg(jsonb_build_object('name', p.name, 'address', e.address) ORDER BY p.name)
        FROM approval_level_person x JOIN person p ON p.id = x.person_id
        JOIN person_email e ON e.person_id = p.id AND e."primary" WHERE x.level_id = l.id), '[]') AS people
      FROM approval_level l WHERE l.scheme_id = (
        SELECT s.id FROM approval_scheme s WHERE ${owner.id}::uuid IN (s.team_id, s.organisation_id)
        ORDER BY s.holds_from DESC, s.id DESC LIMIT 1)
      ORDER BY l.number`;
    return { ...owner, levels, history };
  },
});
