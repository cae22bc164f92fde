import { z } from 'zod';
import type { Actor } from '../../actor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { maySeeUptake, mayWithdrawStep } from '../uptake/uptake-policy';
import { loadStep } from '../uptake/uptake-standing.server';

/** One step, for whoever would withdraw it. */
export const uptakeStep = query({
  name: 'ratings.uptake-step',
  input: z.strictObject({ reference: referenceInput }),
  visibleTo: (actor: Actor) => actor,
  read: async ({ db, scope: actor, input }) => {
    const loaded = await loadStep(db, input.reference, actor);
    if (!loaded || !isAllowed(maySeeUptake(actor, loaded.standing))) return null;
    const { row, finding, standing } = loaded;
    return {
      ...{ reference: row.reference, kind: row.kind, text: row.text, finding: finding.reference },
      mayWithdraw: isAllowed(mayWithdrawStep(actor, standing)),
    };
  },
});
