import type { ReactNode } from 'react';

export type EmptyStateProps = {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  headingLevel?: 2 | 3;
};

/** Says why there is nothing here and what to do about it. */
export function EmptyState({ title, children, action, headingLevel = 2 }: EmptyStateProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <div className="empty-state">
      <Heading className="govuk-heading-m empty-state__title">{title}</Heading>
      {children ? <div className="govuk-body">{children}</div> : null}
      {action}
    </div>
  );
}
