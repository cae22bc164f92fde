import { z } from 'zod';
import type { Prisma } from '~/platform/generated/prisma/client';
import { isMember } from '../../actor';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { stateOf } from '../award';
import { CERTAINTIES, daysLate, ledgerOf, type Certainty } from '../funding/ledger';
import { partsOf } from '../steps/part';
import { headOf, seenDelivery } from '../steps/seen-delivery.server';
import { isOnAskingSide } from '../award-policy';

/** Who pays for an award, in which tranches, and how late each came. For those who ask and pay, and the auditor. */
export const fundingPage = query({
  name: 'awards.funding',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isMember(actor) ? actor : null),
  read: async ({ db, scope: actor, input, now }) => {
    const award = actor && (await seenDelivery(db, actor, input.reference));
    if (!actor || !award || !isOnAskingSide(actor, award)) return null;
    const funders = await db.funding.findMany({
      where: { awardId: award.id },
      orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
      include: {
        organisation: { select: { name: true } },
        tranches: { orderBy: [{ plannedOn: 'asc' }, { position: 'asc' }] },
      },
    });
    const parts = partsOf(actor, award);
    const over = ['withdrawn', 'closed'].includes(stateOf(award, now));
    const keeps = parts.includes('team') || parts.includes('budgetHolder');
    const organisations = keeps
      ? await db.organisation.findMany({
          where: { mergedIntoId: null, closedAt: null },
          select: { slug: true, name: true },
          orderBy: { name: 'asc' },
          take: 1000,
        })
      : [];
    return {
      ...headOf(award),
      organisations,
      ledger: ledgerOf(
        funders.flatMap(({ tranches }) => tranches),
        now,
      ),
      funders: funders.map((one) => shown(one, now)),
      may: { add: keeps && !over, record: keeps },
    };
  },
});

type Funder = Prisma.FundingGetPayload<{
  include: { organisation: { select: { name: true } }; tranches: true };
}>;

const shown = (one: Funder, now: Date) => ({
  organisation: one.organisation.name,
  amount: one.amount,
  certainty: CERTAINTIES[one.certainty as Certainty],
  condition: one.condition,
  ringFenced: one.ringFenced,
  secureFrom: one.secureFrom,
  secureUntil: one.secureUntil,
  tranches: one.tranches.map(({ fundingId: _, id: __, ...tranche }) => ({
    ...tranche,
    daysLate: daysLate(tranche, now),
  })),
});
