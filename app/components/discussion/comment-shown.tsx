import type { ReactNode } from 'react';
import type { ShownComment } from '~/domain/discussion/queries/discussion-page.server';
import { showInstant } from '~/domain/uk-time';
import { paths } from '~/paths';
import { Details } from '~/ui/content/details';

/** A comment as a page draws it: instants may be text, and texts are safe HTML. */
export interface DrawnComment extends Omit<ShownComment, 'postedAt' | 'before'> {
  postedAt: Date | string;
  before: { body: string; replacedAt: Date | string }[];
}

interface Props {
  comment: DrawnComment;
  reply?: boolean;
  children?: ReactNode;
}

const Html = ({ html }: { html: string }) => (
  <div className="break-words" dangerouslySetInnerHTML={{ __html: html }} />
);

/** One comment, or the stone where one was. */
export function CommentShown({ comment, reply, children }: Props) {
  const { reference, author, postedAt, edited, before, hiddenReason, body, may } = comment;
  return (
    <article
      id={`comment-${reference}`}
      aria-label={`Comment by ${author}, ${showInstant(postedAt)}`}
      className={reply ? 'ml-4 border-0 border-l-4 border-solid border-rule pl-4' : undefined}
    >
      <p className="govuk-body-s govuk-!-margin-bottom-1">
        <strong>{author}</strong>, {showInstant(postedAt)}
        {edited && ' (edited)'}
      </p>
      {hiddenReason === null ? <Html html={body} /> : <p className="govuk-body">Hidden: {hiddenReason}</p>}
      {before.length > 0 && (
        <Details summary="How it read before">
          {before.map((wording, place) => (
            <section key={place}>
              <p className="govuk-body-s">Until {showInstant(wording.replacedAt)}</p>
              <Html html={wording.body} />
            </section>
          ))}
        </Details>
      )}
      <p className="govuk-body-s">
        {may.edit && (
          <a className="govuk-link mr-3" href={paths.editComment(reference)}>
            Change<span className="govuk-visually-hidden"> your comment of {showInstant(postedAt)}</span>
          </a>
        )}
        {may.hide && (
          <a className="govuk-link mr-3" href={paths.hideComment(reference)}>
            Hide<span className="govuk-visually-hidden"> the comment by {author}</span>
          </a>
        )}
        {children}
      </p>
    </article>
  );
}
