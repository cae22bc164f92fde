import type { Answers } from '../appraisal/scheme';

/** Which way the effect points that a finding reports. */
export const DIRECTIONS = ['helps', 'noClearEffect', 'harms', 'mixed', 'doesNotSay'] as const;
export type EffectDirection = (typeof DIRECTIONS)[number];

export const DIRECTION_WORDS: Record<EffectDirection, { says: string; hint: string }> = {
  helps: { says: 'Helps', hint: 'The outcome changed as intended, by what the finding itself reports.' },
  noClearEffect: {
    says: 'No clear effect',
    hint: 'It looked for an effect and found none that it could rely on, or shows that a claimed one cannot be relied on.',
  },
  harms: { says: 'Harms', hint: 'The outcome got worse, or something else did because of it.' },
  mixed: { says: 'Mixed', hint: 'For some outcomes, places or groups and not for others.' },
  doesNotSay: {
    says: 'Does not say',
    hint: 'It is about it and reports no effect: a protocol, a description, a guide.',
  },
};

const OF_EFFECT: Record<string, EffectDirection> = {
  works: 'helps',
  mixed: 'mixed',
  none: 'noClearEffect',
  backfires: 'harms',
  unclear: 'doesNotSay',
};

/** What two appraisers agreed of the effect, as a direction to start from; null where the scheme does not ask. */
export const directionOf = (answers: Answers | null | undefined): EffectDirection | null =>
  OF_EFFECT[answers?.['effect'] ?? ''] ?? null;
