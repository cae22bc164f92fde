import { z } from 'zod';
import { isMember } from '../../actor';
import { mayDecide } from '../../evaluation/evaluation-policy';
import { rankedParts } from '../../evaluation/competition';
import { headingOf, isSeen, seenCompetition } from '../../evaluation/seen-competition.server';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { rankedNext } from '../reserve/ranked-next.server';

interface Place {
  lot: number | null;
  position: number;
  bid: string;
  bidder: string;
  until: Date;
  awardedAt: Date | null;
  releasedAt: Date | null;
  releasedReason: string | null;
}

/** The reserve list of a decided question, and who would be next on one, for whoever decides. */
export const reservePage = query({
  name: 'awards.reserve-page',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor : null),
  read: async ({ db, scope: actor, input }) => {
    if (!actor) return null;
    const competition = await seenCompetition(db, actor, input.reference, (who, of) =>
      mayDecide(who, of, null),
    );
    if (!isSeen(competition)) return competition;
    const { question } = competition;
    if (question.outcome !== 'awarded') return null;
    const places = await db.$queryRaw<Place[]>`
      SELECT l.number AS lot, r.position, b.reference AS bid, concat_ws(', ', o.name, lead.name) AS bidder, r.until,
        r.awarded_at AS "awardedAt", r.released_at AS "releasedAt", r.released_reason AS "releasedReason"
      FROM reserve_place r JOIN bid b ON b.id = r.bid_id JOIN person lead ON lead.id = b.lead_id
      LEFT JOIN organisation o ON o.id = b.organisation_id LEFT JOIN lot l ON l.id = b.lot_id
      WHERE r.question_id = ${question.id}::uuid ORDER BY l.number, r.kept_at DESC, r.position`;
    const standing = places.filter(({ awardedAt, releasedAt }) => !awardedAt && !releasedAt);
    const next = await rankedNext(db, question.id);
    const lists = rankedParts(competition).map((lot) => ({
      lot: lot && { number: lot.number, title: lot.title },
      stands: standing.some((place) => place.lot === (lot?.number ?? null)),
      next: next.filter((bid) => bid.lot === (lot?.number ?? null)).map(({ bidder }) => bidder),
    }));
    return {
      ...headingOf(competition),
      places,
      stands: standing.length > 0,
      /** Where a list can be made: one for each lot, or one in all. */
      lists: lists.filter((list) => !list.stands && list.next.length > 0),
    };
  },
});
