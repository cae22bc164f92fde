import { z } from 'zod';
import { optionalDayInput } from '../../form-inputs';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { knownUntil } from '../../taxonomy/known-until.server';
import { loadSetsOnDay } from '../../strategy/on-day/sets-on-day.server';
import { savedWeightings, type SavedWeighting } from '../../strategy/scoring/saved-weightings.server';
import { mayWeigh } from '../../strategy/scoring/weighting-policy';
import { ukDay } from '../../uk-time';
import { loadAreaScores } from './area-scores.server';
import { chosenSet, rankable } from './chosen-sets';
import { mayReadScores } from './direction-policy';
import { rankAreas, rankSet } from './ranking';

export interface Moved {
  key: string;
  name: string;
  one: { rank: number | null; score: number | null };
  other: { rank: number | null; score: number | null };
  /** Places gained under the other weights. */
  change: number | null;
}

interface Ranked {
  key: string;
  name: string;
  rank: number | null;
  score: number | null;
}

export const moved = (one: readonly Ranked[], other: readonly Ranked[]): Moved[] =>
  one.map(({ key, name, rank, score }) => {
    const under = other.find((ranked) => ranked.key === key);
    const second = { rank: under?.rank ?? null, score: under?.score ?? null };
    const change = rank === null || second.rank === null ? null : rank - second.rank;
    return { key, name, one: { rank, score }, other: second, change };
  });

/** The same ranking under two saved choices of weights; without a choice the two saved last. */
export const sensitivityPage = query({
  name: 'insight.sensitivityPage',
  input: z.strictObject({
    one: referenceInput.optional(),
    other: referenceInput.optional(),
    set: z.string().max(100).optional(),
    on: optionalDayInput(),
  }),
  visibleTo: (actor) => mayReadScores(actor),
  read: async ({ db, actor, scope, input, now }) => {
    if (!isAllowed(scope)) return null;
    const day = input.on ?? ukDay(now);
    const until = await knownUntil(db, day);
    const saved = await savedWeightings(db, until);
    const pick = (reference: string | undefined, place: number): SavedWeighting | null | undefined =>
      reference === undefined ? (saved[place] ?? null) : saved.find((one) => one.reference === reference);
    const [one, other] = [pick(input.one, 1), pick(input.other, 0)];
    if (one === undefined || other === undefined) return null;
    const sets = rankable(await loadSetsOnDay(db, until), day);
    const set = chosenSet(sets, day, input.set);
    if (set === undefined) return null;
    const view = { day, asked: input.on !== undefined, saved, may: { weigh: isAllowed(mayWeigh(actor)) } };
    if (!one || !other) return { ...view, compared: null };
    const areas = await loadAreaScores(db, { day, until });
    const [first, second] = [rankAreas(areas, one), rankAreas(areas, other)];
    const keyed = (ranked: typeof first) =>
      ranked.map(({ slug, name, rank, score }) => ({ key: slug, name, rank, score: score.value }));
    const prioritiesOf = (ranked: typeof first) =>
      set
        ? rankSet(set, ranked).priorities.map(({ reference, ...rest }) => ({ key: reference, ...rest }))
        : [];
    return {
      ...view,
      compared: {
        one,
        other,
        set: set && { slug: set.slug, document: set.document },
        areas: moved(keyed(first), keyed(second)),
        priorities: moved(prioritiesOf(first), prioritiesOf(second)),
      },
    };
  },
});
