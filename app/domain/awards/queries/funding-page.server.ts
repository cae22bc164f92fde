import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import type { Prisma } from '~/platform/generated/prisma/client';
import { isMember } from '../../actor';
import { query } from '../../query.server';
import { standingOf, type Pledge } from '../../questions/funding/pledge';
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
    const recorded = funders.flatMap(({ fromId }) => fromId ?? []);
    const { organisations, pledges } = keeps
      ? await choicesFor(db, award.question.id, recorded)
      : { organisations: [], pledges: [] };
    return {
      ...headOf(award),
      fromQuestion: over ? [] : pledges.flatMap(begun),
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

interface StoredPledge extends Pledge {
  reference: string;
  name: string;
  slug: string;
  condition: string;
}
interface Choices {
  organisations: { slug: string; name: string }[];
  /** What the question names and this award has not taken over. */
  pledges: StoredPledge[];
}

async function choicesFor(db: Db, questionId: string, recorded: string[]): Promise<Choices> {
  const [row] = await db.$queryRaw<Choices[]>`SELECT
    (SELECT coalesce(jsonb_agg(jsonb_build_object('slug', x.slug, 'name', x.name) ORDER BY x.name), '[]')
       FROM (SELECT o.slug, o.name FROM organisation o WHERE o.merged_into_id IS NULL AND o.closed_at IS NULL
             ORDER BY o.name LIMIT 1000) x) AS organisations,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('reference', f.reference, 'name', o.name, 'slug', o.slug,
        'amount', f.amount, 'certainty', f.certainty, 'condition', f.condition, 'ringFenced', f.ring_fenced,
        'secureFrom', f.secure_from, 'secureUntil', f.secure_until,
        'changes', (SELECT coalesce(jsonb_agg(jsonb_build_object('certainty', c.certainty)), '[]')
          FROM funding_change c WHERE c.funding_id = f.id)) ORDER BY f.recorded_at, f.id), '[]')
       FROM funding f JOIN organisation o ON o.id = f.organisation_id
       WHERE f.question_id = ${questionId}::uuid AND f.award_id IS NULL
         AND f.id <> ALL(${recorded}::uuid[])) AS pledges`;
  return row ?? { organisations: [], pledges: [] };
}

/** A question's funder as an award's begins; nothing of what has fallen away. */
function begun({ changes, ...pledge }: StoredPledge) {
  const certainty = standingOf({ ...pledge, changes });
  if (certainty === 'fallenAway') return [];
  return [{ ...pledge, certainty, condition: certainty === 'conditional' ? pledge.condition : '' }];
}

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
