import { z } from 'zod';
import { isMember } from '../../actor';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { CAPACITY_NAMES } from '../competition';
import { mayPinConflict } from '../interests/conflicts/conflict-policy';
import { ownOpenConflicts } from '../interests/conflicts/load-conflict.server';
import { influential } from '../interests/declarations';
import { competitionFor } from '../load-competition.server';
import { headingOf, isSeen, judged } from '../seen-competition.server';

/** Between whom a coordinator may set a conflict: people with influence and, where conflicts are by bid, bids. */
export const pinPage = query({
  name: 'evaluation.pin-conflict',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor.id : null),
  read: async ({ db, actor, scope, input: { reference } }) => {
    const known = scope ? await competitionFor(db, reference) : null;
    if (!known) return null;
    const { id, openedAt, route } = known.question;
    const own = await ownOpenConflicts(db, actor, id);
    const competition = judged(known, mayPinConflict(actor, known, own));
    if (!isSeen(competition)) return competition;
    const byBid = route.conflictScope === 'bid' && openedAt !== null;
    const bids = byBid
      ? await db.$queryRaw<{ reference: string; bidder: string }[]>`
          SELECT b.reference, concat_ws(', ', o.name, lead.name) AS bidder FROM bid b
          JOIN bid_submission s ON s.bid_id = b.id AND s.replaced_at IS NULL AND s.withdrawn_at IS NULL
          JOIN person lead ON lead.id = b.lead_id LEFT JOIN organisation o ON o.id = b.organisation_id
          WHERE b.question_id = ${id}::uuid ORDER BY bidder, b.reference LIMIT 1000`
      : [];
    return {
      ...headingOf(competition),
      people: influential(competition)
        .filter(({ person }) => person.id !== scope)
        .map(({ person, capacities }) => ({
          reference: person.reference,
          name: person.name,
          capacities: capacities.map((capacity) => CAPACITY_NAMES[capacity]).join(', '),
        })),
      bids,
    };
  },
});
