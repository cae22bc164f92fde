import type { SubmissionResult } from '@conform-to/react';
import { ErrorSummary } from '~/ui/forms/error-summary';

/** Why something was refused, where the form that was sent is no longer on the page. */
export function UnsaidReply({ reply }: { reply: { result: SubmissionResult } | undefined }) {
  const errors = Object.values(reply?.result.error ?? {}).flatMap((messages) =>
    (messages ?? []).map((message) => ({ message })),
  );
  return errors.length > 0 ? <ErrorSummary errors={errors} /> : null;
}
