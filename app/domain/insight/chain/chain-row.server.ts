import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import { toldAtSql } from '../../questions/question-state.server';
import type { ChainFacts } from './chain';
import type { Parties, Told } from './chain-policy';
import { standsSql } from './item-stage.server';
import { findingPrioritySql } from '../priority-links.server';

export const CHAIN_NOUNS = ['question', 'bid', 'award', 'deliverable', 'finding', 'impactRecord'] as const;
export type ChainNoun = (typeof CHAIN_NOUNS)[number];

/** Which question and finding a thing belongs to. */
const START: Record<ChainNoun, (reference: string) => Prisma.Sql> = {
  question: (reference) =>
    Prisma.sql`SELECT id AS question_id, NULL::uuid AS finding_id FROM question WHERE reference = ${reference}`,
  bid: (reference) =>
    Prisma.sql`SELECT question_id, NULL::uuid AS finding_id FROM bid WHERE reference = ${reference}`,
  award: (reference) =>
    Prisma.sql`SELECT question_id, NULL::uuid AS finding_id FROM award WHERE reference = ${reference}`,
  deliverable: (reference) => Prisma.sql`SELECT a.question_id, NULL::uuid AS finding_id FROM deliverable d
    JOIN milestone m ON m.id = d.milestone_id JOIN award a ON a.id = m.award_id WHERE d.reference = ${reference}`,
  finding: (reference) =>
    Prisma.sql`SELECT question_id, id AS finding_id FROM finding WHERE reference = ${reference}`,
  impactRecord: (reference) => Prisma.sql`SELECT f.question_id, f.id AS finding_id FROM impact_record i
    JOIN finding f ON f.id = i.finding_id WHERE i.reference = ${reference}`,
};

export type ChainRow = Omit<ChainFacts, 'question' | 'may'> & {
  question: (NonNullable<ChainFacts['question']> & Parties & Told) | null;
  delivers: boolean;
};

/** What an actor may see, as filters on questions `q`, findings `f` and impact records `i`. */
export interface ChainScope {
  questions: Prisma.Sql;
  findings: Prisma.Sql;
  impacts: Prisma.Sql;
  inside: boolean;
  personId: string | null;
}

/** What stands at each link, from the one that is asked for. */
const links = (scope: ChainScope, start: Prisma.Sql): Prisma.Sql => Prisma.sql`
    start AS (${start}),
    asked AS (
      SELECT q.*, r.takes_bids, r.takes_advice FROM question q JOIN route r ON r.id = q.route_id
      WHERE q.id = (SELECT question_id FROM start) AND ${scope.questions}
    ), known AS (
      SELECT f.id, f.reference, f.published_at FROM finding f
      WHERE ${scope.findings} AND CASE WHEN (SELECT finding_id FROM start) IS NULL
          THEN f.question_id = (SELECT id FROM asked) AND ${standsSql('f')}
          ELSE f.id = (SELECT finding_id FROM start) END
    ), served AS (
      SELECT DISTINCT p.reference, p.name, s.starts_on, p.position
      FROM (SELECT priority_id FROM question_priority WHERE question_id = (SELECT id FROM asked)
            UNION SELECT l.priority_id FROM (${findingPrioritySql(scope.inside)}) l
            WHERE (SELECT id FROM asked) IS NULL AND l.id IN (SELECT id FROM known)) linked
      JOIN priority p ON p.id = linked.priority_id JOIN priority_set s ON s.id = p.priority_set_id
    ), bought AS (
      SELECT a.id, a.reference, a.decided_at, a.bid_id FROM award a
      WHERE a.question_id = (SELECT id FROM asked) AND a.withdrawn_at IS NULL AND a.notice_at IS NOT NULL
    ), delivered AS (
      SELECT d.reference, d.accepted_at FROM deliverable d JOIN milestone m ON m.id = d.milestone_id
      WHERE m.award_id IN (SELECT id FROM bought) AND d.accepted_at IS NOT NULL
    ), changed AS (
      SELECT i.reference, i.recorded_at FROM impact_record i
      WHERE i.finding_id IN (SELECT id FROM known) AND i.withdrawn_at IS NULL
        AND ${scope.impacts}
    )`;

/** Everything the chain says, in one statement. */
export async function readChainRow(
  db: Db,
  scope: ChainScope,
  { noun, reference }: { noun: ChainNoun; reference: string },
): Promise<ChainRow | null> {
  const [row] = await db.$queryRaw<ChainRow[]>`
    WITH ${links(scope, START[noun](reference))}
    SELECT
      (SELECT jsonb_build_object('count', count(*),
          'reference', (array_agg(reference ORDER BY starts_on DESC, position))[1],
          'name', (array_agg(name ORDER BY starts_on DESC, position))[1]) FROM served) AS priorities,
      (SELECT jsonb_build_object('id', a.id, 'reference', a.reference, 'published', a.published_at IS NOT NULL,
          'teamId', a.team_id, 'authorId', a.author_id, 'budgetHolderId', a.budget_holder_id,
          'seniorResponsibleOwnerId', a.senior_responsible_owner_id,
          'takesBids', a.takes_bids, 'takesAdvice', a.takes_advice,
          'opened', a.opened_at IS NOT NULL, 'decided', a.decided_at IS NOT NULL,
          'told', ${toldAtSql('a')} IS NOT NULL,
          'clarifications', (SELECT count(*) FROM clarification c
             WHERE c.question_id = a.id AND c.answered_at IS NOT NULL)) FROM asked a) AS question,
      (SELECT jsonb_build_object('count', count(*), 'reference', (array_agg(reference ORDER BY decided_at))[1])
        FROM bought) AS awards,
      (SELECT jsonb_build_object('count', count(*), 'reference', (array_agg(reference ORDER BY accepted_at DESC))[1])
        FROM delivered) AS deliverables,
      (SELECT jsonb_build_object('count', count(*), 'reference', (array_agg(reference ORDER BY published_at))[1])
        FROM known) AS findings,
      (SELECT count(*)::int FROM rating r WHERE r.finding_id IN (SELECT id FROM known)) AS ratings,
      (SELECT jsonb_build_object('count', count(*), 'reference', (array_agg(reference ORDER BY recorded_at DESC))[1])
        FROM changed) AS impacts,
      EXISTS (SELECT FROM bid_member b WHERE b.bid_id IN (SELECT bid_id FROM bought)
        AND b.person_id = ${scope.personId}::uuid AND b.accepted_at IS NOT NULL) AS delivers`;
  return row ?? null;
}
