import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import type { Actor } from '../../actor';
import type { MoneyFilter } from '../../ledger/counting/all-money.server';
import { moneyFilter } from '../../ledger/filter';
import { knownBases } from '../../ledger/counting/known-bases.server';
import { mayReadMoney } from '../../ledger/ledger-policy';
import { summedSql } from '../../ledger/counting/summed-money.server';
import { loadScoredHarm } from '../../measures/harm/scored-harm.server';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { knownUntil } from '../../taxonomy/known-until.server';
import { chosenWeights, savedWeightings } from '../../strategy/scoring/saved-weightings.server';
import { mayWeigh } from '../../strategy/scoring/weighting-policy';
import { ukDay } from '../../uk-time';
import { loadAreaScores } from '../direction/area-scores.server';
import { rankAreas } from '../direction/ranking';
import { NO_SPEND, SPEND_KIND_NAMES, spendOf, type Spend } from './spend';

interface Row extends Spend {
  /** Null of what has no threat area, or of all together. */
  slug: string | null;
  whole: boolean;
}

/** Threat areas by score beside the money that goes to each, from the one ledger; or as it was known on a day. */
export const scoreAndSpend = query({
  name: 'insight.scoreAndSpend',
  input: z.strictObject({
    ...moneyFilter,
    weights: referenceInput.optional(),
    by: z.enum(SPEND_KIND_NAMES).default('committed'),
    on: z.iso.date().optional(),
  }),
  visibleTo: (actor) => (isAllowed(mayReadMoney(actor)) ? actor : null),
  read: async ({ db, actor, scope, input: { weights, by, on, ...filter }, now }) => {
    if (!scope) return null;
    const day = on === undefined ? ukDay(now) : new Date(on);
    if (day > ukDay(now)) return null;
    const until = await knownUntil(db, day);
    const then = on === undefined ? undefined : until;
    const saved = await savedWeightings(db, until);
    const chosen = chosenWeights(saved, weights);
    if (chosen === null) return null;
    const ranked = rankAreas(await loadAreaScores(db, { day, until }), chosen.weights);
    const harm = await loadScoredHarm(db, until);
    const rows = await loadSpend(db, scope, { ...filter, until: then });
    const bySlug = new Map(rows.flatMap(({ slug, ...spend }) => (slug === null ? [] : [[slug, spend]])));
    const whole = rows.find((row) => row.whole) ?? NO_SPEND;
    const scored = new Set(ranked.map(({ slug }) => slug));
    const bases = await knownBases(db, scope, then);
    return {
      ...{ day, on, by, filter, whole, harm },
      areas: spendOf(ranked, bySlug, whole, by),
      noArea: rows.find((row) => row.slug === null && !row.whole) ?? NO_SPEND,
      elsewhere: sumOf(rows.filter(({ slug }) => slug !== null && !scored.has(slug))),
      ...{ weights: chosen.weights, weighting: chosen.saved },
      choices: { weightings: saved.map(({ reference, name }) => ({ reference, name })) },
      bases,
      may: { weigh: isAllowed(mayWeigh(actor)) },
    };
  },
});

const sumOf = (rows: readonly Spend[]): Spend =>
  rows.reduce(
    (all, one) => ({
      committed: all.committed + one.committed,
      spent: all.spent + one.spent,
      committedLines: all.committedLines + one.committedLines,
      spentLines: all.spentLines + one.spentLines,
    }),
    NO_SPEND,
  );

const loadSpend = (db: Db, actor: Actor, filter: MoneyFilter): Promise<Row[]> => db.$queryRaw`
  WITH ${summedSql(actor, filter, ['areas'])}, keyed AS (
    SELECT key::uuid[] AS areas, sum(firm) AS firm, sum(firm_lines) AS firm_lines, sum(actual) AS actual, sum(actual_lines) AS actual_lines
    FROM sums GROUP BY key HAVING sum(lines) > 0
  ), spread(whole, term_id, firm, firm_lines, actual, actual_lines) AS (
    SELECT true, NULL::uuid, firm, firm_lines, actual, actual_lines FROM keyed
    UNION ALL SELECT false, a.id, firm, firm_lines, actual, actual_lines FROM keyed LEFT JOIN LATERAL unnest(areas) a(id) ON true)
  SELECT s.whole, t.slug, sum(s.firm)::float8 AS committed, sum(s.actual)::float8 AS spent,
    sum(s.firm_lines)::int AS "committedLines", sum(s.actual_lines)::int AS "spentLines"
  FROM spread s LEFT JOIN term t ON t.id = s.term_id GROUP BY s.whole, t.slug ORDER BY 1, 2`;
