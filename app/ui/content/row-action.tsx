import type { ReactNode } from 'react';
import type { Attributes } from '../attributes';
import { classNames } from '../class-names';

export type RowAction = {
  href: string;
  text: ReactNode;
  /** Says which row the link is about to those who hear it out of context. */
  about?: ReactNode;
  className?: string;
  attributes?: Attributes;
};

export function RowActionLink({ action, cardTitle }: { action: RowAction; cardTitle?: ReactNode }) {
  const { href, text, about, className, attributes } = action;
  return (
    <a className={classNames('govuk-link', className)} href={href} {...attributes}>
      {text}
      {about || cardTitle ? (
        <span className="govuk-visually-hidden">
          {about ? <> {about}</> : null}
          {cardTitle ? <> ({cardTitle})</> : null}
        </span>
      ) : null}
    </a>
  );
}
