import { z } from 'zod';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { mayAddThreshold, maySeeThresholds } from '../notices/threshold-policy';
import {
  BUYERS,
  inForce,
  THRESHOLD_KINDS,
  type Buyer,
  type ThresholdKind,
} from '../route-choosing/thresholds';

const MOST_ROWS = 200;

/** Every threshold with its source, the latest first, and which of them hold today. */
export const thresholdsPage = query({
  name: 'questions.thresholds',
  input: z.strictObject({}),
  visibleTo: maySeeThresholds,
  read: async ({ db, actor, scope, now }) => {
    if (!isAllowed(scope)) return null;
    const rows = await db.procurementThreshold.findMany({
      orderBy: [{ validFrom: 'desc' }, { kind: 'asc' }, { buyer: 'asc' }],
      take: MOST_ROWS,
    });
    return {
      thresholds: rows.map((row) => ({
        id: row.id,
        buyer: BUYERS[row.buyer as Buyer],
        kind: THRESHOLD_KINDS[row.kind as ThresholdKind],
        name: row.name,
        amount: row.amount,
        validFrom: row.validFrom,
        source: row.source,
        holds: inForce(rows, row, now)?.id === row.id,
      })),
      may: { add: isAllowed(mayAddThreshold(actor)) },
    };
  },
});
