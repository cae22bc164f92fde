import { z } from 'zod';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { loadPriorityChoices } from '../../strategy/queries/priority-choices.server';
import { ukDay } from '../../uk-time';
import { mayIssueScorecard, mayReadMeasures } from '../measure-policy';
import { latestPeriods, periodCode, readPeriod, showPeriodOf, stepFrom, type PeriodKind } from '../period';
import { AREAS, fullestList, loadScorecard } from '../scorecard/load-scorecard.server';
import { compare } from '../scorecard/scorecard';

const QUARTERS = 12;
const YEARS = 5;

/** The card as it stands now for a list of priorities or the threat areas, beside another period where one is asked for. */
export const liveScorecard = query({
  name: 'measures.live-scorecard',
  input: z.strictObject({
    of: z.string().max(200).optional(),
    period: z.string().max(10).optional(),
    beside: z.string().max(10).optional(),
  }),
  visibleTo: (actor) => isAllowed(mayReadMeasures(actor)),
  read: async ({ db, actor, scope, input, now }) => {
    if (!scope) return null;
    const today = ukDay(now);
    const sets = await loadPriorityChoices(db, now);
    const last = stepFrom('quarter', latestPeriods('quarter', today, 1)[0] ?? today, -1);
    const code = input.period ?? periodCode('quarter', last);
    const [period, other] = [code, input.beside].map((one) => (one ? readPeriod(one) : null));
    if (!period || (input.beside && !other)) return null;
    const inForce = sets.filter(({ current }) => current).map(({ slug }) => slug);
    const of = input.of ?? (await fullestList(db, inForce, period)) ?? inForce[0] ?? AREAS;
    const card = await loadScorecard(db, of, { ...period, code });
    if (!card) return null;
    const before =
      other && input.beside ? await loadScorecard(db, of, { ...other, code: input.beside }) : null;
    const shown = (kind: PeriodKind, count: number) =>
      latestPeriods(kind, today, count).map((start) => ({
        value: periodCode(kind, start),
        text: showPeriodOf(kind, start),
      }));
    return {
      ...{
        card,
        of,
        period: code,
        beside: input.beside ?? '',
        when: showPeriodOf(period.kind, period.startsOn),
      },
      besideWhen: other ? showPeriodOf(other.kind, other.startsOn) : '',
      compared: before && compare(before, card),
      over: period.endsOn < today,
      periods: [...shown('quarter', QUARTERS), ...shown('year', YEARS)],
      lists: [
        ...sets.map(({ slug, document, when }) => ({ value: slug, text: `${document}, ${when}` })),
        { value: AREAS, text: 'Threat areas' },
      ],
      may: { issue: isAllowed(mayIssueScorecard(actor)) },
    };
  },
});
