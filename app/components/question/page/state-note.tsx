import type { ReactNode } from 'react';
import type { QuestionPage } from '~/domain/questions/queries/question-page.server';
import { InsetText } from '~/ui/content/inset-text';
import { Lines } from '../../lines';

/** What a reader has to know before the text: that it was withdrawn, returned, decided, and why. */
export function StateNote({ question }: { question: QuestionPage }) {
  const note = noteOn(question);
  return note ? <InsetText>{note}</InsetText> : null;
}

function noteOn(question: QuestionPage): ReactNode {
  const { state, route, withdrawnReason, returnedReason, approver, outcome, outcomeReason } = question;
  if (state === 'withdrawn') return reasoned('This question was withdrawn.', withdrawnReason);
  if (state === 'returned') return reasoned('The senior responsible owner returned it.', returnedReason);
  if (state === 'awaitingApproval')
    return `This question awaits the approval of ${approver ? `${approver}, ` : ''}its senior responsible owner. Only its team sees it. You are told when it is published or returned.`;
  if (outcome === 'cancelled') return reasoned('This question was cancelled.', outcomeReason);
  if (outcome === 'noneSuitable') return reasoned('No bid was suitable.', outcomeReason);
  if (state === 'closed')
    return route.takesBids
      ? 'Bids are closed and sealed. How many there are is not known to anybody yet.'
      : 'Answers are closed.';
  return null;
}

const reasoned = (what: string, reason: string | null) => (
  <>
    <strong>{what}</strong>
    {reason && <Lines text={reason} />}
  </>
);
