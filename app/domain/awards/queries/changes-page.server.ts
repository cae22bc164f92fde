import { z } from 'zod';
import { isMember } from '../../actor';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { stateOf } from '../award';
import { CHANGE_KINDS, CHANGE_STATES, type ChangeKind, type ChangeState } from '../changes/change-request';
import { owesWork, stateOf as milestoneState } from '../delivery/milestone';
import { partsOf, sideOf } from '../steps/part';
import { headOf, seenDelivery } from '../steps/seen-delivery.server';

/** Every request to change an award’s plan and every plan there was: for both sides of the contract. */
export const changesPage = query({
  name: 'awards.changes',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor : null),
  read: async ({ db, scope: actor, input, now }) => {
    const award = actor && (await seenDelivery(db, actor, input.reference));
    if (!actor || !award) return null;
    const requests = await db.changeRequest.findMany({
      where: { awardId: award.id },
      orderBy: { number: 'desc' },
    });
    const plans = await db.awardPlan.findMany({
      where: { awardId: award.id },
      orderBy: { number: 'desc' },
      select: { number: true, inForceFrom: true },
    });
    const people = await db.person.findMany({
      where: { id: { in: award.winners.map(({ personId }) => personId) } },
      select: { id: true, reference: true, name: true },
      orderBy: { name: 'asc' },
    });
    const roles = new Map(award.winners.map(({ personId, role }) => [personId, role]));
    const side = sideOf(partsOf(actor, award));
    return {
      ...headOf(award),
      endsOn: award.endsOn,
      requests: requests.map(({ reference, number, kind, side: asked, state, askedAt }) => ({
        reference,
        number,
        kind: CHANGE_KINDS[kind as ChangeKind],
        side: asked,
        state: state as ChangeState,
        stateName: CHANGE_STATES[state as ChangeState],
        askedAt,
      })),
      plans,
      milestones: award.milestones.map((one) => ({
        position: one.position,
        title: one.title,
        dueOn: one.dueOn,
        amount: one.amount,
        open: owesWork(one),
        paid: one.paidAt !== null,
        state: milestoneState(one),
      })),
      people: people.map(({ id, reference, name }) => ({
        reference,
        name,
        role: roles.get(id) ?? 'partner',
      })),
      side,
      canAsk: side !== null && stateOf(award, now) === 'inDelivery',
    };
  },
});
