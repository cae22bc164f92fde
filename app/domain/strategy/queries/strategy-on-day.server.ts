import { z } from 'zod';
import { optionalDayInput } from '../../form-inputs';
import { anyone, isAllowed } from '../../policy';
import { query } from '../../query.server';
import { ukDay } from '../../uk-time';
import { setsByKind } from '../priority-set';
import { mayKeepStrategy } from '../strategy-policy';
import { wasInForce } from '../written-date';

const dates = { startsOn: true, endsOn: true, startsWritten: true, endsWritten: true } as const;

/** Frameworks and priority sets in force on a day (today unless asked), and all the others by date. */
export const strategyOnDay = query({
  name: 'strategy.strategyOnDay',
  input: z.strictObject({ on: optionalDayInput() }),
  visibleTo: anyone,
  read: async ({ db, actor, input, now }) => {
    const day = input.on ?? ukDay(now);
    const frameworks = await db.framework.findMany({
      select: {
        slug: true,
        document: true,
        citation: true,
        note: true,
        ...dates,
        items: { select: { name: true, standing: true }, orderBy: { position: 'asc' } },
      },
      orderBy: { startsOn: 'desc' },
    });
    const sets = await db.prioritySet.findMany({
      select: {
        slug: true,
        document: true,
        kind: true,
        standing: true,
        note: true,
        ...dates,
        priorities: {
          where: { retiredAt: null },
          select: { reference: true, name: true },
          orderBy: { position: 'asc' },
        },
      },
      orderBy: { startsOn: 'desc' },
    });
    return {
      day,
      asked: input.on !== undefined,
      frameworks: frameworks.filter((framework) => wasInForce(framework, day)),
      otherFrameworks: frameworks.filter((framework) => !wasInForce(framework, day)),
      kinds: setsByKind(sets, day),
      otherSets: sets.filter((set) => !wasInForce(set, day)),
      may: { keep: isAllowed(mayKeepStrategy(actor)) },
    };
  },
});
