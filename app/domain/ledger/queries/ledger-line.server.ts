import { z } from 'zod';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { mayKeepMoney, mayReadMoney } from '../ledger-policy';

const term = { select: { slug: true, name: true } } as const;
const pence = (amount: bigint | null): number | null => (amount === null ? null : Number(amount));

/** One entered line as it stands, or as it stood before it was replaced. */
export const ledgerLine = query({
  name: 'ledger.line',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor) => (isAllowed(mayReadMoney(actor)) ? actor : null),
  read: async ({ db, scope: actor, input }) => {
    const row = actor
      ? await db.ledgerLine.findUnique({
          where: input,
          include: {
            organisation: { select: { name: true, slug: true } },
            ...{ strand: term, level: term, intervention: term },
            areas: { select: { term } },
            recordedBy: { select: { name: true } },
            supersedes: { select: { reference: true } },
            supersededBy: { select: { reference: true } },
          },
        })
      : null;
    if (!actor || !row) return null;
    const { planned, actual, areas, recordedBy, supersedes, supersededBy, ...line } = row;
    return {
      ...{ ...line, planned: pence(planned), actual: pence(actual), by: recordedBy.name },
      areas: areas.map(({ term: area }) => area),
      before: supersedes?.reference ?? null,
      after: supersededBy?.reference ?? null,
      may: { replace: supersededBy === null && isAllowed(mayKeepMoney(actor)) },
    };
  },
});
