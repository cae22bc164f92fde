import type { Confidence } from '../finding';
import type { Answers } from './scheme';

export const CONFIDENCES = ['low', 'moderate', 'high'] as const satisfies readonly Confidence[];

/** When to say which word of confidence, in the manner of the yardstick that analysts of government use. */
export const CONFIDENCE_MEANS: Record<Confidence, string> = {
  high: 'Sound evidence from several sources that agree. Further research is unlikely to change the conclusion.',
  moderate: 'Credible evidence with gaps. Further research may well change the conclusion.',
  low: 'Thin, indirect or contested evidence. Treat the conclusion as a lead.',
};

/** How far the appraisal of a version has come; `none` when there is none that counts. */
export type AppraisalStage = 'none' | 'judging' | 'comparing' | 'proposed' | 'agreed';

export interface Judgement {
  answers: Answers;
  confidence: Confidence;
  rationale: string;
}

interface Stamps {
  proposedAt: Date | null;
  agreedAt: Date | null;
  judgements: { submittedAt: Date | null }[];
}

export const APPRAISERS = 2;

export const bothIn = (judgements: { submittedAt: Date | null }[]): boolean =>
  judgements.filter(({ submittedAt }) => submittedAt !== null).length === APPRAISERS;

export function appraisalStage(appraisal: Stamps | null): AppraisalStage {
  if (!appraisal) return 'none';
  if (appraisal.agreedAt) return 'agreed';
  if (appraisal.proposedAt) return 'proposed';
  return bothIn(appraisal.judgements) ? 'comparing' : 'judging';
}
