import { LEVEL_WORDS } from '~/domain/discussion/comment';
import { paths } from '~/paths';
import { EmptyState } from '~/ui/report/empty-state';
import { CommentShown, type DrawnComment } from './comment-shown';

export interface DrawnThread extends DrawnComment {
  replies: DrawnComment[];
}

/** Threads with who reads each, and their replies. */
export function Threads({ threads, mayWrite }: { threads: DrawnThread[]; mayWrite: boolean }) {
  if (threads.length === 0)
    return (
      <EmptyState title="Nobody has said anything yet">
        Ask how somebody reads it, or say what you know of it. You choose who can read what you write.
      </EmptyState>
    );
  return (
    <>
      {threads.map((thread) => (
        <section key={thread.reference} className="mb-6 border-0 border-b border-solid border-rule">
          <p className="govuk-hint govuk-!-margin-bottom-1">Read by: {LEVEL_WORDS[thread.level].name}</p>
          <CommentShown comment={thread}>
            {mayWrite && (
              <a className="govuk-link" href={paths.comment(thread.reference)}>
                Reply<span className="govuk-visually-hidden"> to {thread.author}</span>
              </a>
            )}
          </CommentShown>
          {thread.replies.map((reply) => (
            <CommentShown key={reply.reference} comment={reply} reply />
          ))}
        </section>
      ))}
    </>
  );
}
