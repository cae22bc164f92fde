import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { isMember } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { ukDay } from '../../uk-time';
import { isWinner, mayReview, mayRunAward, maySeeAward, maySeeDelivery } from '../award-policy';
import { deliverableRecord, type DeliverableRecord } from '../delivery/load-deliverable.server';
import { clockOf } from '../publication/load-clock.server';
import { clockState } from '../publication/publication-clock';
import { roundsOf } from '../review/load-rounds.server';
import {
  asksForReturn,
  currentRound,
  isAwaited,
  isLateRound,
  isRunning,
  type Round,
  waitsFor,
} from '../review/review-round';

/** What was delivered, its review and its sign-off: for the two sides of the contract. */
export const deliverablePage = query({
  name: 'awards.deliverable',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor.id : null),
  read: async ({ db, actor, scope, input, now }) => {
    const found = scope ? await deliverableRecord(db, input.reference) : null;
    if (!found) return null;
    const inside = maySeeDelivery(actor, found.award);
    // Its clock starts with the sign-off, and only what was signed off becomes a finding.
    const clock = found.acceptedAt ? await clockOf(db, found.id) : null;
    const isReleased = Boolean(clock?.releasedAt) && isAllowed(maySeeAward(actor, found.award));
    if (!inside && !isReleased) return null;
    const { award, milestone, id, deliveredById, reviewedById, ...said } = inside
      ? found
      : withoutHistory(found);
    const rounds = inside ? await roundsOf(db, id) : [];
    const round = currentRound(rounds);
    const running = isRunning(round) ? round : null;
    const named = running !== null && waitsFor(running).some(({ reviewerId }) => reviewerId === scope);
    const reviewed = round?.reviews.some(({ reviewerId }) => reviewerId === scope) ?? false;
    const waits = !found.acceptedAt && !found.returnedAt;
    const runs = isAllowed(mayRunAward(actor, award));
    const findings = found.acceptedAt ? await findingsFrom(db, id) : [];
    return {
      ...said,
      award: { reference: award.reference, bidder: award.bidder },
      question: { reference: award.question.reference, title: award.question.title },
      milestone: { position: milestone.position, title: milestone.title, approval: milestone.approval },
      findings,
      own: scope === deliveredById,
      inside,
      inRound: running !== null,
      clock: clock && inside ? clockState(clock, ukDay(now), clock.protocolIsOut) : null,
      rounds: rounds.map((one) => ({
        ...shownRound(one),
        late: one === round && isLateRound(one, ukDay(now)),
      })),
      may: {
        review:
          inside && waits && !found.reviewedAt && isAllowed(mayReview(actor, award)) && (!running || named),
        accept:
          waits &&
          found.reviewedAt !== null &&
          reviewedById !== scope &&
          runs &&
          !reviewed &&
          !asksForReturn(round),
        return: waits && runs,
        openRound: waits && runs && !isAwaited(round, ukDay(now)),
        shareFinding: found.acceptedAt !== null && !milestone.approval && isWinner(actor, award),
      },
    };
  },
});

/** Once released, its text is for everybody who may know of the award; who reviewed it and how stays inside. */
const withoutHistory = (found: DeliverableRecord): DeliverableRecord => ({
  ...found,
  deliveredById: '',
  deliveredByName: '',
  reviewedAt: null,
  reviewedById: null,
  reviewedByName: null,
  reviewNote: null,
  acceptedByName: null,
  returnedReason: null,
});

const shownRound = ({ number, dueOn, reviews }: Round) => ({
  number,
  dueOn,
  reviews: reviews.map(({ reviewerName, decision, comment, givenAt }) => ({
    ...{ reviewerName, decision, comment, givenAt },
  })),
});

/** The published findings that were made of a deliverable, each by its newest title. */
const findingsFrom = (db: Db, deliverableId: string) =>
  db.$queryRaw<{ reference: string; title: string }[]>`
    SELECT f.reference, v.title FROM finding f
    JOIN LATERAL (SELECT x.title FROM finding_version x WHERE x.finding_id = f.id AND x.published_at IS NOT NULL
      ORDER BY x.number DESC LIMIT 1) v ON true
    WHERE f.deliverable_id = ${deliverableId}::uuid AND f.published_at IS NOT NULL AND f.merged_into_id IS NULL
    ORDER BY f.published_at`;
