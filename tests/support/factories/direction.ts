import type { AreaScored } from '~/domain/insight/direction/area-scores.server';
import type { RankedArea, RankedPriority, RankedSet } from '~/domain/insight/direction/ranking';
import type { PriorityOnDay, SetOnDay } from '~/domain/strategy/on-day/sets-on-day.server';
import type { Scored, Weights } from '~/domain/strategy/scoring/score';

/** Nothing is known of it. */
export const UNKNOWN_PARTS: Scored = {
  harm: null,
  gap: null,
  timeliness: null,
  feasibility: null,
  home: null,
};

/** Harm alone counts, so that a score is a hundred times the share of harm. */
export const HARM_ALONE: Weights = {
  ...{ harm: 100, gap: 0, timeliness: 0, feasibility: 0 },
  ...{ domestic: 50, overseas: 50 },
};

export const areaScored = (slug: string, scored: Partial<Scored> = {}): AreaScored => ({
  ...{ slug, name: slug.toUpperCase(), weak: [] },
  scored: { ...UNKNOWN_PARTS, ...scored },
});

export const rankedArea = (
  slug: string,
  value: number,
  { scored, ...over }: Omit<Partial<RankedArea>, 'scored'> & { scored?: Partial<Scored> } = {},
): RankedArea => ({
  ...{ slug, name: slug.toUpperCase(), weak: [], rank: 1 },
  score: { value, unknown: [], factor: 1 },
  ...over,
  scored: { ...UNKNOWN_PARTS, ...scored },
});

export const areasOf = (slugs: readonly string[]) =>
  slugs.map((slug) => ({ slug, name: slug.toUpperCase() }));

export const priorityOf = (reference: string, ...slugs: string[]): PriorityOnDay => ({
  ...{ id: reference, reference, name: `Priority ${reference}` },
  areas: areasOf(slugs),
});

export const rankedPriority = (
  reference: string,
  rank: number | null,
  slugs: readonly string[],
): RankedPriority => ({
  ...{ reference, name: `Priority ${reference}`, rank, score: rank === null ? null : 100 - rank },
  areas: areasOf(slugs),
});

export const rankedSet = (slug: string, ...priorities: RankedPriority[]): RankedSet => ({
  ...{ slug, document: `Document ${slug}`, interim: false },
  priorities,
});

export const setOnDay = (slug: string, over: Partial<SetOnDay> = {}): SetOnDay => ({
  ...{ slug, reference: slug, document: `Document ${slug}`, kind: 'threat', standing: 'current', note: '' },
  ...{ startsOn: new Date('2020-01-01'), endsOn: null, startsWritten: '2020', endsWritten: null },
  ...{ interim: false, joint: false, owner: null, enteredSince: false, crosswalk: null },
  priorities: [priorityOf(`${slug}1`, 'fraud')],
  ...over,
});
