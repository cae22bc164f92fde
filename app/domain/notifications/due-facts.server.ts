import { database, type Db } from '~/platform/db.server';
import type { Visitor } from '../actor';
import type { FactDraft } from '../fact';
import { endReserves } from '../awards/reserve/end-reserves.server';
import { releaseDue } from '../awards/publication/release-due.server';
import { dueDigests } from '../discussion/due-digests.server';
import { recordFacts } from '../fact-record.server';
import { unsubmittedBids } from './due-bids.server';
import { unansweredCascades } from './due-cascades.server';
import { dueData } from './due-data.server';
import { dueInDelivery, lateReviews } from './due-delivery.server';
import { closedRounds } from './due-estimates.server';
import { overdueEnquiries } from './due-enquiries.server';
import { dueFollowUps } from './due-follow-ups.server';
import { unansweredHandovers } from './due-handovers.server';
import { dueInformation } from './due-information.server';
import { undecidedFunding } from './due-funding.server';
import { openedFiles } from './due-files.server';
import { dueInterimSets } from './due-interim-sets.server';
import { dueRegisters } from './due-registers.server';
import { expiredRequests } from './due-requests.server';

/** Held while due facts are written, so that two processes never write one twice: "due" in ASCII. */
const DUE_LOCK = 0x64_75_65;
const NOTICE_DAYS = 7;

/**
 * Facts that time makes, each once: a question has closed, a request lapsed, a milestone is due soon. Nothing that
 * the product decides depends on them; they only let people be told. Returns how many it wrote.
 */
export function recordDueFacts(): Promise<number> {
  return database().$transaction(async (tx) => {
    const [turn] = await tx.$queryRaw<{ mine: boolean; now: Date }[]>`
      SELECT pg_try_advisory_xact_lock(${DUE_LOCK}) AS mine, soundings.now() AS now`;
    if (!turn?.mine) return 0;
    const facts = [
      ...(await closings(tx)),
      ...(await unsubmittedBids(tx)),
      ...(await closedExpressions(tx)),
      ...(await closedRounds(tx)),
      ...(await openedFiles(tx)),
      ...(await expiredRequests(tx, turn.now)),
      ...(await milestones(tx)),
      ...(await dueInDelivery(tx)),
      ...(await lateReviews(tx)),
      ...(await releaseDue(tx)),
      ...(await endReserves(tx)),
      ...(await lapsedRequests(tx)),
      ...(await dueRegisters(tx)),
      ...(await dueInterimSets(tx)),
      ...(await overdueEnquiries(tx)),
      ...(await unansweredCascades(tx)),
      ...(await unansweredHandovers(tx)),
      ...(await undecidedFunding(tx)),
      ...(await dueFollowUps(tx)),
      ...(await dueInformation(tx)),
      ...(await dueData(tx)),
      ...(await dueDigests(tx)),
    ];
    const clock: Visitor = { kind: 'visitor', asOf: turn.now };
    await recordFacts(tx, { actor: clock, now: turn.now, command: 'clock' }, facts);
    return facts.length;
  });
}

async function closings(tx: Db): Promise<FactDraft[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT q.id FROM question q JOIN route r ON r.id = q.route_id AND r.takes_bids
    WHERE q.published_at IS NOT NULL AND q.withdrawn_at IS NULL AND q.opened_at IS NULL
      AND q.closes_at <= soundings.now()
      AND NOT EXISTS (SELECT FROM fact f WHERE f.noun = 'question' AND f.noun_id = q.id AND f.name = 'QuestionHasClosed')
    LIMIT 100`;
  return rows.map(({ id }) => ({ name: 'QuestionHasClosed', noun: 'question', nounId: id }));
}

async function closedExpressions(tx: Db): Promise<FactDraft[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT q.id FROM question q
    WHERE q.published_at IS NOT NULL AND q.withdrawn_at IS NULL AND q.decided_at IS NULL
      AND q.expressions_close_at <= soundings.now()
      AND NOT EXISTS (SELECT FROM fact f WHERE f.noun = 'question' AND f.noun_id = q.id AND f.name = 'ExpressionsHaveClosed')
    LIMIT 100`;
  return rows.map(({ id }) => ({ name: 'ExpressionsHaveClosed', noun: 'question', nounId: id }));
}

async function lapsedRequests(tx: Db): Promise<FactDraft[]> {
  const rows = await tx.$queryRaw<{ id: string; questionId: string; teamId: string }[]>`
    SELECT s.id, s.question_id AS "questionId", s.team_id AS "teamId" FROM sponsorship s
    WHERE s.accepted_at IS NULL AND s.lapses_at <= soundings.now() AND (s.ended_at IS NULL OR s.ending = 'lapsed')
      AND NOT EXISTS (SELECT FROM fact f WHERE f.noun = 'question' AND f.noun_id = s.question_id
                      AND f.name = 'SponsorshipRequestHasLapsed' AND f.data->>'sponsorshipId' = s.id::text)
    LIMIT 100`;
  return rows.map(({ id, questionId, teamId }) => ({
    name: 'SponsorshipRequestHasLapsed',
    noun: 'question',
    nounId: questionId,
    data: { sponsorshipId: id, teamId },
  }));
}

async function milestones(tx: Db): Promise<FactDraft[]> {
  const rows = await tx.$queryRaw<{ awardId: string; id: string; dueOn: string }[]>`
    SELECT m.award_id AS "awardId", m.id, m.due_on::text AS "dueOn"
    FROM milestone m JOIN award a ON a.id = m.award_id
    WHERE a.contracted_at IS NOT NULL AND a.withdrawn_at IS NULL AND a.closed_at IS NULL
      AND m.due_on <= soundings.now()::date + ${NOTICE_DAYS}::int AND m.cancelled_at IS NULL
      AND coalesce(a.suspended_until < soundings.now()::date OR a.suspended_from > soundings.now()::date, true)
      AND EXISTS (SELECT FROM milestone_kind k WHERE k.code = m.kind_code AND k.delivers)
      AND NOT EXISTS (SELECT FROM deliverable d WHERE d.milestone_id = m.id)
      AND NOT EXISTS (SELECT FROM fact f WHERE f.noun = 'award' AND f.noun_id = a.id
                      AND f.name = 'MilestoneIsDue' AND f.data->>'milestoneId' = m.id::text)
    LIMIT 100`;
  return rows.map(({ awardId, id, dueOn }) => ({
    name: 'MilestoneIsDue',
    noun: 'award',
    nounId: awardId,
    data: { milestoneId: id, dueOn },
  }));
}
