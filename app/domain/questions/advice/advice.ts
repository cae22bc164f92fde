export const ADVICE_WORDS = 1500;

export const ADVICE_LABELS = { body: 'Your answer', limits: 'What your answer cannot tell' } as const;

export interface AdviceStages {
  submittedAt: Date | null;
  acknowledgedAt: Date | null;
  publishAskedAt: Date | null;
  consentedAt: Date | null;
  consentNamed: boolean | null;
  refusedAt: Date | null;
}

export type AdviceState =
  'draft' | 'submitted' | 'acknowledged' | 'publicationAsked' | 'consented' | 'refused';

export function adviceState(answer: AdviceStages): AdviceState {
  if (!answer.submittedAt) return 'draft';
  if (answer.refusedAt) return 'refused';
  if (answer.consentedAt) return 'consented';
  if (answer.publishAskedAt) return 'publicationAsked';
  return answer.acknowledgedAt ? 'acknowledged' : 'submitted';
}

/** The state in words; consent says whether the author wants to be named. */
export function adviceLabel(answer: AdviceStages): string {
  const labels: Record<AdviceState, string> = {
    draft: 'Draft',
    submitted: 'Received',
    acknowledged: 'Acknowledged',
    publicationAsked: 'Asked to publish',
    consented: answer.consentNamed ? 'May be published, named' : 'May be published, unnamed',
    refused: 'Not to be published',
  };
  return labels[adviceState(answer)];
}
