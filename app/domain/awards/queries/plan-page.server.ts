import { z } from 'zod';
import { isMember } from '../../actor';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import type { KeptPlan } from '../changes/keep-plan.server';
import { headOf, seenDelivery } from '../steps/seen-delivery.server';

/** A plan as it was agreed, from when to when it held. */
export const planPage = query({
  name: 'awards.plan',
  input: z.strictObject({ reference: referenceInput, number: z.coerce.number().int().min(1).max(10_000) }),
  visibleTo: (actor) => (isMember(actor) ? actor : null),
  read: async ({ db, scope: actor, input }) => {
    const award = actor && (await seenDelivery(db, actor, input.reference));
    if (!award) return null;
    const plans = await db.awardPlan.findMany({
      where: { awardId: award.id, number: { in: [input.number, input.number + 1] } },
      orderBy: { number: 'asc' },
      include: { changeRequest: { select: { reference: true, number: true } } },
    });
    const plan = plans.find(({ number }) => number === input.number);
    if (!plan) return null;
    const next = plans.find(({ number }) => number > input.number);
    return {
      award: headOf(award),
      number: plan.number,
      from: plan.inForceFrom,
      until: next?.inForceFrom ?? null,
      change: plan.changeRequest,
      plan: plan.plan as unknown as KeptPlan,
    };
  },
});
