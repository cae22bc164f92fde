import type { SubmissionResult } from '@conform-to/react';

/** What an action returned when its form has to be shown again. */
export interface Reply {
  result: SubmissionResult;
}

/** The reply to that one of several forms on a page whose hidden fields were these. */
export function replyFor(reply: Reply | undefined, hidden: Record<string, string>): Reply | undefined {
  const sent = reply?.result.initialValue ?? {};
  return Object.entries(hidden).every(([name, value]) => sent[name] === value) ? reply : undefined;
}
