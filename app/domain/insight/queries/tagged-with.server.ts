import { z } from 'zod';
import { optionalDayInput } from '../../form-inputs';
import { query } from '../../query.server';
import { knownUntil } from '../../taxonomy/known-until.server';
import { aboutTerm } from '../about-term.server';
import { countExpertsOn } from '../experts-on.server';
import { loadItemsAbout } from '../items-about.server';
import { aboutTermOnDay } from '../on-day/area-on-day.server';
import { loadItemsOnDay } from '../on-day/items-on-day.server';
import { mayRaiseQuestions, maySeeGaps } from '../map/map-policy';

/** What is tagged with a term, or was on a day known `until` an instant, as far as the actor may see. */
export const taggedWith = query({
  name: 'insight.taggedWith',
  input: z.strictObject({ id: z.uuid(), on: optionalDayInput(), until: z.date().optional() }),
  visibleTo: (actor) => actor,
  read: async ({ db, scope, input: { id, ...input } }) => {
    const until = input.on ? (input.until ?? (await knownUntil(db, input.on))) : null;
    const items =
      input.on && until
        ? await loadItemsOnDay(db, scope, aboutTermOnDay(id, until), { day: input.on, until })
        : await loadItemsAbout(db, scope, aboutTerm(id));
    const may = { seeGaps: maySeeGaps(scope), raiseQuestions: !until && mayRaiseQuestions(scope) };
    return { items, experts: await countExpertsOn(db, scope, { id, until }), may };
  },
});
