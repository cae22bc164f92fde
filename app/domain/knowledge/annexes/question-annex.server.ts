import { Prisma } from '~/platform/generated/prisma/client';
import { hasRole, hasTeamRole, isMember, isPerson, isWalledFromQuestion, type Actor } from '../../actor';
import { annexStub } from './annex-stub';

export interface QuestionAnnexRow {
  id: string;
  teamId: string;
  ownerId: string | null;
  published: boolean;
  annex: { words: number; announced: boolean; listed: boolean } | null;
}

/** A `QuestionAnnexRow` of the question `q`, for one of the statements of its page. */
export function questionAnnexSql(actor: Actor): Prisma.Sql {
  const me = isPerson(actor) ? actor.id : null;
  const teams = isPerson(actor) ? actor.teams.map(({ teamId }) => teamId) : [];
  return Prisma.sql`jsonb_build_object('id', q.id, 'teamId', q.team_id, 'ownerId', q.senior_responsible_owner_id,
    'published', q.published_at IS NOT NULL, 'annex', (
      SELECT jsonb_build_object('words', x.words, 'announced', x.announced, 'listed', EXISTS (
          SELECT FROM annex_reader l WHERE l.annex_id = x.id AND l.removed_at IS NULL
            AND (l.person_id = ${me}::uuid OR l.team_id = ANY(${teams}::uuid[]))))
        FROM annex x WHERE x.question_id = q.id))`;
}

/** What the page of a question shows in the place of its restricted annex; never its text. */
export function questionAnnex(actor: Actor, row: QuestionAnnexRow) {
  if (isWalledFromQuestion(actor, row.id)) return null;
  const runs = isMember(actor) && (row.ownerId === actor.id || hasTeamRole(actor, row.teamId, 'author'));
  const keeps = runs || (row.published && hasRole(actor, 'coordinator'));
  return annexStub({ annex: row.annex, keeps, isMember: isMember(actor) });
}
