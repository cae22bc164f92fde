import type { FactData, FactDraft } from '../fact';

/** What happens to an elicitation stands in the history of the question or finding that it is about. */
export const factOf = (
  name: string,
  { id, questionId, findingId }: { id: string; questionId: string | null; findingId: string | null },
  more: FactData = {},
): FactDraft => ({
  name,
  ...(questionId
    ? { noun: 'question' as const, nounId: questionId }
    : { noun: 'finding' as const, nounId: findingId ?? '' }),
  data: { elicitationId: id, ...more },
});
