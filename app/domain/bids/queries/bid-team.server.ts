import { z } from 'zod';
import { isPerson } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { holdingText } from '../../same-text';
import { mayLead, mayRead } from '../bid-policy';
import { bidRecord } from '../bid-record.server';
import { headOf } from './bid-page.server';

const MOST_FOUND = 10;
const like = (text: string) => `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;

/** Who is in a bid, and whom or what a search found to add to it. */
export const bidTeam = query({
  name: 'bids.team',
  input: z.strictObject({
    reference: referenceInput,
    person: z.string().trim().max(100).optional(),
    organisation: z.string().trim().max(100).optional(),
  }),
  visibleTo: (actor) => (isPerson(actor) ? actor.id : null),
  read: async ({ db, actor, scope, input, now }) => {
    const bid = await bidRecord(db, input.reference);
    if (!bid || !scope || !isAllowed(mayRead(actor, bid))) return null;
    const head = headOf(bid, now);
    const change = isAllowed(mayLead(actor, bid)) && head.open;
    const members = bid.members.map(({ personId, reference, name, role, acceptedAt, declinedAt }) => ({
      reference,
      name,
      role,
      own: personId === scope,
      answer: declinedAt ? ('declined' as const) : acceptedAt ? ('accepted' as const) : ('asked' as const),
    }));
    const inBid = bid.members.filter((one) => !one.declinedAt).map(({ personId }) => personId);
    const experts =
      change && input.person
        ? await db.$queryRaw<{ reference: string; name: string; organisation: string | null }[]>`
            SELECT p.reference, p.name, (SELECT o.name FROM affiliation a JOIN organisation o ON o.id = a.organisation_id
              WHERE a.person_id = p.id AND a.ends_on IS NULL ORDER BY a.starts_on DESC LIMIT 1) AS organisation
            FROM person p JOIN expert_profile e ON e.person_id = p.id AND e.listed
            WHERE p.verified_at IS NOT NULL AND p.suspended_at IS NULL AND p.erased_at IS NULL
              AND p.merged_into_id IS NULL AND p.id <> ALL(${inBid}::uuid[]) AND p.name ILIKE ${like(input.person)}
            ORDER BY p.name LIMIT ${MOST_FOUND}`
        : null;
    const organisations =
      change && input.organisation
        ? await db.organisation.findMany({
            where: {
              name: holdingText(input.organisation),
              mergedIntoId: null,
              closedAt: null,
              bidPartners: { none: { bidId: bid.id } },
            },
            orderBy: { name: 'asc' },
            take: MOST_FOUND,
            select: { reference: true, name: true },
          })
        : null;
    return {
      ...head,
      members,
      partners: bid.partners,
      found: { experts, organisations },
      may: { change, leave: head.open && members.some((one) => one.own && one.role !== 'lead') },
    };
  },
});
