import { z } from 'zod';
import { hasRole, hasTeamRole, isMember, isPerson, isWalledFromQuestion } from '../../actor';
import { query } from '../../query.server';
import { questionsVisibleSql } from '../../questions/question-visibility.server';
import { referenceInput } from '../../reference-input';
import { annexStub } from '../annexes/annex-stub';

interface Row {
  id: string;
  teamId: string;
  ownerId: string | null;
  published: boolean;
  annex: { words: number; announced: boolean; listed: boolean } | null;
}

/** What the page of a question shows in the place of its restricted annex; never its text. */
export const questionAnnex = query({
  name: 'knowledge.question-annex',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => questionsVisibleSql(actor, 'q'),
  read: async ({ db, actor, scope, input: { reference } }) => {
    const me = isPerson(actor) ? actor.id : null;
    const teams = isPerson(actor) ? actor.teams.map(({ teamId }) => teamId) : [];
    const [row] = await db.$queryRaw<Row[]>`
      SELECT q.id, q.team_id AS "teamId", q.senior_responsible_owner_id AS "ownerId",
        q.published_at IS NOT NULL AS published,
        (SELECT jsonb_build_object('words', x.words, 'announced', x.announced, 'listed', EXISTS (
            SELECT FROM annex_reader l WHERE l.annex_id = x.id AND l.removed_at IS NULL
              AND (l.person_id = ${me}::uuid OR l.team_id = ANY(${teams}::uuid[]))))
          FROM annex x WHERE x.question_id = q.id) AS annex
      FROM question q WHERE q.reference = ${reference} AND ${scope}`;
    if (!row || isWalledFromQuestion(actor, row.id)) return null;
    const runs = isMember(actor) && (row.ownerId === me || hasTeamRole(actor, row.teamId, 'author'));
    const keeps = runs || (row.published && hasRole(actor, 'coordinator'));
    return annexStub({ annex: row.annex, keeps, isMember: isMember(actor) });
  },
});
