import type { Db } from '~/platform/db.server';
import type { Prisma, Question } from '~/platform/generated/prisma/client';
import type { CriterionDraft } from '../criteria';
import type { Lot } from '../lots/lot';
import type { RequirementDraft } from '../requirements/requirement';
import type { RouteSettings } from '../tasks/task';

interface Named {
  reference: string;
  name: string;
}

interface Related {
  route: RouteSettings & { id: string; purpose: string; minimumEvaluators: number };
  team: Named & { organisation: string; organisationKind: string };
  author: Named;
  seniorResponsibleOwner: Named | null;
  budgetHolder: Named | null;
  invitations: { personId: string | null; organisationId: string | null }[];
  sponsorships: { teamId: string }[];
  terms: { term: { scheme: string; slug: string; name: string } }[];
  priorities: { priority: Named }[];
  criteria: (CriterionDraft & { id: string; position: number })[];
  requirements: (RequirementDraft & { id: string })[];
  lots: Lot[];
  threshold: number | null;
}

/** A question with everything that its tasks read. */
export type WholeQuestion = Question & Related;

/** Two statements, however much hangs on the question. */
export async function wholeQuestion(
  db: Db,
  reference: string,
  scope: Prisma.QuestionWhereInput = {},
): Promise<WholeQuestion | null> {
  const question = await db.question.findFirst({ where: { AND: [{ reference }, scope] } });
  return question && { ...question, ...(await relatedTo(db, question.id)) };
}

/** The same under the row lock, for whatever changes it. */
export async function lockedWholeQuestion(tx: Db, reference: string): Promise<WholeQuestion | null> {
  await tx.$queryRaw`SELECT id FROM question WHERE reference = ${reference} FOR UPDATE`;
  return wholeQuestion(tx, reference);
}

async function relatedTo(db: Db, questionId: string): Promise<Related> {
  const [row] = await db.$queryRaw<Related[]>`
    SELECT
      jsonb_build_object('id', r.id, 'slug', r.slug, 'name', r.name, 'purpose', r.purpose,
        'takesBids', r.takes_bids, 'takesAdvice', r.takes_advice, 'biddingWorkingDays', r.bidding_working_days,
        'priceScored', r.price_scored, 'severalAwards', r.several_awards, 'lightCriteria', r.light_criteria,
        'minimumEvaluators', r.minimum_evaluators) AS route,
      jsonb_build_object('reference', t.reference, 'name', t.name, 'organisation', o.name,
        'organisationKind', o.kind) AS team,
      jsonb_build_object('reference', a.reference, 'name', a.name) AS author,
      CASE WHEN s.id IS NOT NULL THEN jsonb_build_object('reference', s.reference, 'name', s.name) END
        AS "seniorResponsibleOwner",
      CASE WHEN b.id IS NOT NULL THEN jsonb_build_object('reference', b.reference, 'name', b.name) END
        AS "budgetHolder",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('personId', i.person_id, 'organisationId', i.organisation_id)), '[]')
         FROM question_invitation i WHERE i.question_id = q.id) AS invitations,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('teamId', s.team_id)), '[]') FROM sponsorship s
         WHERE s.question_id = q.id AND s.accepted_at IS NOT NULL AND s.ended_at IS NULL) AS sponsorships,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('term', jsonb_build_object(
           'scheme', term.scheme, 'slug', term.slug, 'name', term.name)) ORDER BY term.position), '[]')
         FROM question_term l JOIN term ON term.id = l.term_id WHERE l.question_id = q.id) AS terms,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('priority', jsonb_build_object(
           'reference', p.reference, 'name', p.name)) ORDER BY p.position, p.reference), '[]')
         FROM question_priority l JOIN priority p ON p.id = l.priority_id WHERE l.question_id = q.id) AS priorities,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'position', c.position, 'name', c.name,
           'guidance', c.guidance, 'weight', c.weight, 'minimum', c.minimum, 'stage', c.stage, 'bands', c.bands,
           'wordLimit', c.word_limit, 'reasonWords', c.reason_words) ORDER BY c.position), '[]')
         FROM criterion c WHERE c.question_id = q.id) AS criteria,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'kind', n.kind, 'position', n.position, 'text', n.text,
           'evidence', n.evidence) ORDER BY n.kind, n.position), '[]')
         FROM requirement n WHERE n.question_id = q.id) AS requirements,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'number', l.number, 'title', l.title,
           'covers', l.covers, 'budget', l.budget, 'awardsAvailable', l.awards_available) ORDER BY l.number), '[]')
         FROM lot l WHERE l.question_id = q.id) AS lots,
      (SELECT h.amount FROM procurement_threshold h WHERE h.kind = 'full' AND h.valid_from <= soundings.now()::date
         AND h.buyer = CASE o.kind WHEN 'central-government-department' THEN 'central' ELSE 'others' END
         ORDER BY h.valid_from DESC LIMIT 1) AS threshold
    FROM question q
      JOIN route r ON r.id = q.route_id
      JOIN team t ON t.id = q.team_id JOIN organisation o ON o.id = t.organisation_id
      JOIN person a ON a.id = q.author_id
      LEFT JOIN person s ON s.id = q.senior_responsible_owner_id
      LEFT JOIN person b ON b.id = q.budget_holder_id
    WHERE q.id = ${questionId}::uuid`;
  if (!row) throw new Error('a question lost its route or its team');
  return row;
}
