import { ErrorSummary } from '~/ui/forms/error-summary';
import type { Reply } from './reply-for';

/** Why what was sent was refused, on a page that no longer shows its form: it closed in the meantime. */
export function RefusalSummary({ reply }: { reply: Reply | undefined }) {
  const messages = Object.values(reply?.result.error ?? {}).flatMap((found) => found ?? []);
  if (messages.length === 0) return null;
  return <ErrorSummary errors={messages.map((message) => ({ message }))} />;
}
