/**
 * The probability yardstick: words for how likely something is, each with its range in per cent; the gaps are meant.
 * Source: Professional Head of Intelligence Assessment, Probability Yardstick (2018), as in the Professional
 * Development Framework for all-source intelligence assessment.
 */
export const LIKELIHOODS = {
  remoteChance: { words: 'Remote chance', range: '0 to 5%' },
  highlyUnlikely: { words: 'Highly unlikely', range: '10 to 20%' },
  unlikely: { words: 'Unlikely', range: '25 to 35%' },
  realisticPossibility: { words: 'Realistic possibility', range: '40 to under 50%' },
  likely: { words: 'Likely or probable', range: '55 to 75%' },
  highlyLikely: { words: 'Highly likely', range: '80 to 90%' },
  almostCertain: { words: 'Almost certain', range: '95 to 100%' },
} as const;
export type Likelihood = keyof typeof LIKELIHOODS;
export const likelihoods = Object.keys(LIKELIHOODS) as [Likelihood, ...Likelihood[]];

export const showLikelihood = (likelihood: Likelihood): string =>
  `${LIKELIHOODS[likelihood].words} (${LIKELIHOODS[likelihood].range})`;

/** How sound the judgement is: never the same as how likely the thing is. */
export const SIGNAL_CONFIDENCES = {
  low: 'Low confidence: little evidence, or it disagrees',
  moderate: 'Moderate confidence: some evidence, open to other readings',
  high: 'High confidence: sound evidence from several sources',
} as const;
export type SignalConfidence = keyof typeof SIGNAL_CONFIDENCES;
export const signalConfidences = Object.keys(SIGNAL_CONFIDENCES) as [SignalConfidence, ...SignalConfidence[]];
export const CONFIDENCE_NAMES = { low: 'Low', moderate: 'Moderate', high: 'High' } as const;

/** How a judgement moved since the one before it. */
export function movement(before: Likelihood | null, now: Likelihood): string {
  if (before === null) return 'First judgement';
  const steps = likelihoods.indexOf(now) - likelihoods.indexOf(before);
  if (steps === 0) return 'As before';
  const by = Math.abs(steps);
  return `${steps > 0 ? 'More' : 'Less'} likely, by ${by} ${by === 1 ? 'step' : 'steps'}`;
}
