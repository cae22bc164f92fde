import { Prisma } from '~/platform/generated/prisma/client';

/** `stateOf` as an SQL expression, for lists and counts; a test holds the two together. */
export function questionStateSql(now: Date, alias = 'question'): Prisma.Sql {
  const q = Prisma.raw(`"${alias}"`);
  return Prisma.sql`(CASE
    WHEN ${q}.withdrawn_at IS NOT NULL THEN 'withdrawn'
    WHEN ${q}.published_at IS NULL AND ${q}.submitted_at IS NULL THEN 'draft'
    WHEN ${q}.published_at IS NULL AND ${q}.returned_at >= ${q}.submitted_at THEN 'returned'
    WHEN ${q}.published_at IS NULL THEN 'awaitingApproval'
    WHEN ${q}.answered_at IS NOT NULL THEN 'answered'
    WHEN ${q}.delivery_started_at IS NOT NULL THEN 'inDelivery'
    WHEN ${q}.decided_at IS NOT NULL THEN 'decided'
    WHEN ${q}.evaluation_started_at IS NOT NULL THEN 'inEvaluation'
    WHEN ${q}.opened_at IS NOT NULL THEN 'opened'
    WHEN ${q}.closes_at <= ${now} THEN 'closed'
    WHEN ${q}.clarifications_close_at <= ${now} THEN 'clarificationsClosed'
    ELSE 'open' END)`;
}
