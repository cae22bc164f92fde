import type { Confidence } from '../finding';
import type { EffectDirection } from './direction';

/** A finding as the verdict sees it: one that stands, as far as the reader may know of it. */
export interface Evidence {
  reference: string;
  direction: EffectDirection;
  /** What two people agreed on; null as long as nobody has. */
  confidence: Confidence | null;
  /** Says beforehand how another would be done, and is no result. */
  isProtocol: boolean;
}

export type Verdict = 'mixed' | 'helps' | 'noClearEffect' | 'harms' | 'doesNotHelp' | 'notKnown' | 'nothing';

export const VERDICT_WORDS: Record<Verdict, string> = {
  mixed: 'Mixed',
  helps: 'Helps, by the credible findings so far',
  noClearEffect: 'No clear effect, by the credible findings so far',
  harms: 'Harms, by the credible findings so far',
  doesNotHelp: 'Does not help, by the credible findings so far',
  notKnown: 'Not known',
  nothing: 'Unevidenced',
};

/** Two people agreed on moderate or high confidence. */
export const isCredible = ({ confidence, isProtocol }: Evidence): boolean =>
  !isProtocol && (confidence === 'moderate' || confidence === 'high');

export interface Judged {
  verdict: Verdict;
  /** Why, in a sentence, with what it rests on. */
  because: string;
}

const findings = (count: number): string => `${count} credible finding${count === 1 ? '' : 's'}`;

/**
 * What can be said of an intervention. A confirmed contradiction, or credible findings both ways, make it mixed
 * whatever the numbers on either side; without a credible finding nothing is known. It is never a count of votes.
 */
export function verdictOf(all: readonly Evidence[], contradictions: number): Judged {
  if (contradictions > 0)
    return {
      verdict: 'mixed',
      because: 'Findings contradict each other, and a coordinator confirmed that they do. Read both sides.',
    };
  const evidence = all.filter(({ isProtocol }) => !isProtocol);
  if (evidence.length === 0)
    return { verdict: 'nothing', because: 'No finding is recorded that tells anything of its effect.' };
  const credible = evidence.filter(isCredible);
  const pointing = (direction: EffectDirection) =>
    credible.filter((one) => one.direction === direction).length;
  const [helps, none, harms, mixed] = [
    pointing('helps'),
    pointing('noClearEffect'),
    pointing('harms'),
    pointing('mixed'),
  ];
  if (mixed > 0)
    return {
      verdict: 'mixed',
      because: `${findings(mixed)} itself found it to work for some and not for others.`,
    };
  if (helps > 0 && none + harms > 0)
    return {
      verdict: 'mixed',
      because: `Credible findings point both ways: ${helps} that it helps, ${none + harms} that it does not.`,
    };
  const only = helps + none + harms;
  if (only === 0)
    return {
      verdict: 'notKnown',
      because:
        credible.length > 0
          ? `${findings(credible.length)} ${credible.length === 1 ? 'says' : 'say'} nothing of its effect.`
          : 'No finding on it has been appraised by two people with moderate or high confidence, so what they say cannot be relied on yet.',
    };
  const thin = only === 1 ? ' That is thin: another could turn it.' : '';
  if (helps > 0) return { verdict: 'helps', because: `${findings(helps)}, and none against.${thin}` };
  if (none > 0 && harms > 0)
    return { verdict: 'doesNotHelp', because: `${findings(none)} of no clear effect and ${harms} of harm.` };
  return harms > 0
    ? { verdict: 'harms', because: `${findings(harms)}, and none that it helps.${thin}` }
    : { verdict: 'noClearEffect', because: `${findings(none)}, and none that it helps.${thin}` };
}

/** The written rule, as the pages show it. */
export const RULE = [
  'Counted are findings that stand and that a coordinator has recorded as saying something of it. A protocol says what will be done, so it is shown and not counted.',
  'Credible is a finding on which two people, judging apart, agreed on moderate or high confidence.',
  'Mixed: a confirmed contradiction between findings, credible findings both ways, or a credible finding that is mixed in itself. How many stand on either side does not matter.',
  'Helps, no clear effect, harms: every credible finding that says which way points the same way.',
  'Not known: no credible finding says which way. Unevidenced: there is no finding at all.',
] as const;
