import type { Choice } from './scheme-parts';

/** What a study found of the effect, so that pages can put findings that differ side by side. */
export const EFFECTS: readonly Choice[] = [
  {
    value: 'works',
    label: 'It did what it was meant to',
    hint: 'The outcome changed as intended, reliably.',
  },
  {
    value: 'mixed',
    label: 'Mixed',
    hint: 'It worked for some outcomes, places or groups and not for others.',
  },
  { value: 'none', label: 'It made no difference' },
  { value: 'backfires', label: 'It made things worse' },
  { value: 'unclear', label: 'The study cannot tell' },
];
