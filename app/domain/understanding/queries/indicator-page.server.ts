import { z } from 'zod';
import { optionalDayInput } from '../../form-inputs';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { knownUntil } from '../../taxonomy/known-until.server';
import { namesKnown } from '../../taxonomy/names-known.server';
import { ukDay } from '../../uk-time';
import { authorisedTeams } from '../authorised-teams.server';
import { inOrder, trendOf } from '../indicators/trend';
import { mayKeepIndicators, mayReadUnderstanding } from '../understanding-policy';

/** One indicator: every figure with its source, what changed in the recording, and what can be claimed. */
export const indicatorPage = query({
  name: 'understanding.indicatorPage',
  input: z.strictObject({ reference: referenceInput, on: optionalDayInput() }),
  visibleTo: (actor) => mayReadUnderstanding(actor),
  read: async ({ db, actor, scope, input, now }) => {
    if (!isAllowed(scope)) return null;
    const day = input.on ?? ukDay(now);
    const until = await knownUntil(db, day);
    const row = await db.indicator.findUnique({
      where: { reference: input.reference },
      select: {
        ...{ reference: true, name: true, measures: true, unit: true, kind: true, baselineWritten: true },
        createdAt: true,
        term: { select: { slug: true, name: true } },
        points: {
          where: { recordedAt: { lt: until } },
          select: {
            ...{
              periodWritten: true,
              number: true,
              startsOn: true,
              value: true,
              source: true,
              sourceDate: true,
            },
            recordedAt: true,
          },
          orderBy: [{ startsOn: 'asc' }, { number: 'desc' }],
        },
        breaks: {
          where: { recordedAt: { lt: until } },
          select: { periodWritten: true, startsOn: true, what: true, source: true },
          orderBy: { startsOn: 'asc' },
        },
      },
    });
    if (!row) return null;
    const names = await namesKnown(db, 'threatArea', until);
    const seen = new Set<string>();
    const latest = row.points.filter(({ periodWritten }) => {
      const first = !seen.has(periodWritten);
      seen.add(periodWritten);
      return first;
    });
    const term = { ...row.term, name: names.get(row.term.slug) ?? row.term.name };
    return {
      ...{ ...row, term, day, asked: input.on !== undefined, enteredSince: row.createdAt >= until },
      points: inOrder(latest),
      replaced: row.points.filter((point) => !latest.includes(point)),
      trend: trendOf(latest, row.breaks, row.baselineWritten),
      may: { keep: mayKeepIndicators(actor, await authorisedTeams(db)) },
    };
  },
});
