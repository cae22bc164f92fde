import { z } from 'zod';
import { optionalDayInput } from '../../form-inputs';
import { anyone, isAllowed } from '../../policy';
import { query } from '../../query.server';
import { ukDay } from '../../uk-time';
import { mayAddInterimSet } from '../interim/interim-policy';
import { loadFrameworksOnDay } from '../on-day/frameworks-on-day.server';
import { knownUntil } from '../../taxonomy/known-until.server';
import { loadSetsOnDay } from '../on-day/sets-on-day.server';
import { setsByKind } from '../priority-set';
import { mayKeepStrategy } from '../strategy-policy';
import { wasInForce } from '../written-date';

interface Known {
  startsOn: Date;
  endsOn: Date | null;
  enteredSince: boolean;
}

/** Frameworks and priority sets in force on a day (today unless asked) as they were known then, and all the others. */
export const strategyOnDay = query({
  name: 'strategy.strategyOnDay',
  input: z.strictObject({ on: optionalDayInput() }),
  visibleTo: anyone,
  read: async ({ db, actor, input, now }) => {
    const day = input.on ?? ukDay(now);
    const until = await knownUntil(db, day);
    const frameworks = await loadFrameworksOnDay(db, until);
    const sets = await loadSetsOnDay(db, until);
    const known = <One extends Known>(list: One[]) => list.filter(({ enteredSince }) => !enteredSince);
    const since = <One extends Known>(list: One[]) =>
      list.filter((one) => one.enteredSince && wasInForce(one, day));
    const inForce = <One extends Known>(list: One[]) => known(list).filter((one) => wasInForce(one, day));
    const others = <One extends Known>(list: One[]) => known(list).filter((one) => !wasInForce(one, day));
    return {
      day,
      asked: input.on !== undefined,
      frameworks: inForce(frameworks),
      otherFrameworks: others(frameworks),
      kinds: setsByKind(known(sets), day),
      otherSets: others(sets),
      enteredSince: [...since(frameworks), ...since(sets)].map(({ document }) => document),
      may: { keep: isAllowed(mayKeepStrategy(actor)), addInterim: isAllowed(mayAddInterimSet(actor)) },
    };
  },
});
