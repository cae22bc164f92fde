import { z } from 'zod';
import { Prisma } from '~/platform/generated/prisma/client';
import { optionalDayInput } from '../../form-inputs';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { missingOf } from '../../strategy/objectives/completeness';
import { knownUntil } from '../../taxonomy/known-until.server';
import { ukDay } from '../../uk-time';
import { mayReadScores } from '../direction/direction-policy';
import { objectivesOnDay } from '../direction/health.server';

/** Owner, measure, cost and date of one objective, and what of it is missing, today or as it was known on a day. */
export const objectiveFacts = query({
  name: 'insight.objectiveFacts',
  input: z.strictObject({ reference: referenceInput, on: optionalDayInput() }),
  visibleTo: (actor) => mayReadScores(actor),
  read: async ({ db, actor, scope, input, now }) => {
    if (!isAllowed(scope)) return null;
    const until = await knownUntil(db, input.on ?? ukDay(now));
    const chosen = Prisma.sql`i.reference = ${input.reference}`;
    const [objective] = await objectivesOnDay(db, actor, { chosen, until });
    if (!objective) return null;
    const { owner, measure, costPounds, dueOn, rationale, areaNames } = objective;
    return { owner, measure, costPounds, dueOn, rationale, areaNames, missing: missingOf(objective) };
  },
});

export type ObjectiveFacts = NonNullable<Awaited<ReturnType<typeof objectiveFacts.read>>>;
