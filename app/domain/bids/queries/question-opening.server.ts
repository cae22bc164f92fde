import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { isMember, isPerson, type Actor } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { maySee } from '../../questions/question-policy';
import { questionForPolicy } from '../../questions/question-stage.server';
import { referenceInput } from '../../reference-input';
import { CAPACITY_LABELS, type OpenerCapacity } from '../bid';
import { openingCapacities, ownCapacities } from '../bid-policy';
import { standingBids } from '../opening.server';
import { openersOf } from '../question-opening.server';

const CAPACITIES = ['moderator', 'budgetHolder'] as const;

/** What openers see: who has to confirm, who has, and what can be done. Before opening it says nothing of bids. */
export const questionOpening = query({
  name: 'bids.opening',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor.id : null),
  read: async ({ db, actor, scope, input: { reference }, now }) => {
    const found = await questionForPolicy(db, reference);
    if (!found || !scope || !isAllowed(maySee(actor, found)) || !found.route.takesBids) return null;
    const { deputies, confirmations } = await openersOf(db, found.id);
    const question = { ...found, deputies };
    const mine = openingCapacities(actor, question);
    if (mine.length === 0) return { allowed: false as const };
    const members = await db.person.findMany({
      where: {
        verifiedAt: { not: null },
        suspendedAt: null,
        teamMemberships: { some: { teamId: found.teamId, endsAt: null } },
      },
      orderBy: { name: 'asc' },
      select: { id: true, reference: true, name: true },
    });
    const closed = found.closesAt !== null && now >= found.closesAt;
    return {
      allowed: true as const,
      reference,
      title: found.title,
      closesAt: found.closesAt,
      openedAt: found.openedAt,
      closed,
      withdrawn: found.withdrawnAt !== null,
      millisecondsLeft: found.closesAt ? found.closesAt.getTime() - now.getTime() : 0,
      twoOpeners: found.route.twoOpeners,
      priceAfterQuality: found.route.priceAfterQuality,
      bids: found.openedAt ? await standingBids(db, found.id, walledBids(actor)) : null,
      openers: openersFrom(await namedOpeners(db, found.id), deputies, confirmations),
      members: members
        .filter(({ id }) => id !== scope)
        .map(({ reference: person, name }) => ({ reference: person, name })),
      may: {
        confirm:
          closed && !found.openedAt && !found.withdrawnAt ? stillToConfirm(mine, confirmations, scope) : [],
        nameDeputy: found.openedAt
          ? []
          : stillToConfirm(ownCapacities(actor, question), confirmations, scope),
      },
    };
  },
});

const walledBids = (actor: Actor): string[] =>
  isPerson(actor) ? actor.walls.flatMap(({ bidId }) => (bidId ? [bidId] : [])) : [];

type Openers = Awaited<ReturnType<typeof openersOf>>;

/** Who opens by their part in the question, deputies apart. */
const namedOpeners = (db: Db, questionId: string) => db.$queryRaw<{ capacity: string; name: string }[]>`
  SELECT 'moderator' AS capacity, p.name FROM panel_membership m JOIN person p ON p.id = m.person_id
  WHERE m.question_id = ${questionId}::uuid AND m.role = 'moderator' AND m.ended_at IS NULL
  UNION ALL SELECT 'budgetHolder', p.name FROM question q JOIN person p ON p.id = q.budget_holder_id
  WHERE q.id = ${questionId}::uuid`;

const openersFrom = (
  named: { capacity: string; name: string }[],
  deputies: Openers['deputies'],
  confirmations: Openers['confirmations'],
) =>
  CAPACITIES.map((capacity) => {
    const confirmed = confirmations.find((one) => one.capacity === capacity);
    return {
      capacity,
      label: CAPACITY_LABELS[capacity],
      name: named.find((one) => one.capacity === capacity)?.name ?? null,
      deputy: deputies.find((one) => one.capacity === capacity)?.name ?? null,
      confirmedBy: confirmed?.name ?? null,
      confirmedAt: confirmed?.confirmedAt ?? null,
    };
  });

/** The capacities in which this person can still act: nobody has confirmed in them, and they not in another. */
const stillToConfirm = (mine: OpenerCapacity[], confirmations: Openers['confirmations'], personId: string) =>
  confirmations.some((one) => one.personId === personId)
    ? []
    : mine.filter((capacity) => !confirmations.some((one) => one.capacity === capacity));
