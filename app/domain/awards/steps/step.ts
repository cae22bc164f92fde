import type { Part } from './part';

/** One way on from a state: who takes it, with which words, and the fact it becomes. */
export interface Step {
  from: readonly string[];
  to: string;
  by: readonly Part[];
  /** As a choice of a form. */
  label: string;
  /** Asked for beside it: not taken without them, or where they help. */
  words?: { label: string; needed: boolean };
  /** A day is asked for beside it. */
  day?: string;
  fact: string;
}

export type Steps = Readonly<Record<string, Step>>;

export interface OfferedStep {
  key: string;
  label: string;
  words: string | null;
  day: string | null;
}

/** The steps that these parts can take from here, as a form offers them. */
export const stepsFor = (steps: Steps, state: string, parts: readonly Part[]): OfferedStep[] =>
  Object.entries(steps)
    .filter(([, { from, by }]) => from.includes(state) && by.some((part) => parts.includes(part)))
    .map(([key, { label, words, day }]) => ({
      key,
      label,
      words: words ? `${words.label}${words.needed ? '' : ' (optional)'}` : null,
      day: day ?? null,
    }));

export const SUBJECTS = [
  'agreementLetter',
  'changeRequest',
  'paymentClaim',
  'monitoringReport',
  'obligation',
] as const;
export type Subject = (typeof SUBJECTS)[number];
