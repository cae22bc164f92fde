import { z } from 'zod';
import { optionalDayInput } from '../../form-inputs';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { knownUntil } from '../../taxonomy/known-until.server';
import { loadTermChoices } from '../../taxonomy/queries/term-choices.server';
import { ukDay } from '../../uk-time';
import { bandsOn } from '../bands/bands-on.server';
import { mayKeepMoney } from '../ledger-policy';

const MOST = 1000;

/** What a line can be tagged with and whose money it can be, and the bands that hold, or held on a day as known then. */
export const lineChoices = query({
  name: 'ledger.choices',
  input: z.strictObject({ on: optionalDayInput() }),
  visibleTo: (actor) => isAllowed(mayKeepMoney(actor)),
  read: async ({ db, scope, input: { on }, now }) => {
    const day = on ?? ukDay(now);
    if (!scope || day > ukDay(now)) return null;
    const terms = await loadTermChoices(db, ['strand', 'level', 'interventionType', 'threatArea']);
    const of = (scheme: string) =>
      terms.filter((one) => one.scheme === scheme).map(({ slug, name }) => ({ value: slug, text: name }));
    const organisations = await db.organisation.findMany({
      where: { closedAt: null, mergedIntoId: null },
      select: { reference: true, slug: true, name: true },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: MOST,
    });
    return {
      ...{ strands: of('strand'), levels: of('level'), areas: of('threatArea') },
      interventions: of('interventionType'),
      organisations,
      bands: await bandsOn(db, day, on ? await knownUntil(db, day) : undefined),
      ...{ day, asked: on !== undefined },
    };
  },
});
