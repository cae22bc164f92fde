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

/** What happens next to an answer, as its author or the asking team needs it; null where a form asks for it. */
export function nextOfAnswer(answer: AdviceStages, side: 'author' | 'team'): string | null {
  const next: Record<AdviceState, Record<'author' | 'team', string | null>> = {
    draft: { author: null, team: null },
    submitted: {
      author: 'The asking team reads it. You are told when it has, and asked before anything is published.',
      team: null,
    },
    acknowledged: {
      author: 'The asking team has read it and thanks you. It stays theirs alone.',
      team: 'Its author was thanked. It stays with your team, unless you ask whether it may be published.',
    },
    publicationAsked: {
      author: null,
      team: 'Its author decides whether it may be published. Your team is told.',
    },
    consented: {
      author: 'Either you or the asking team makes it a finding. A coordinator publishes it.',
      team: 'Either your team or its author makes it a finding. A coordinator publishes it.',
    },
    refused: {
      author: 'It stays with the asking team. Nothing of it is published.',
      team: 'Its author keeps it to your team. Nothing of it may be published.',
    },
  };
  return next[adviceState(answer)][side];
}
