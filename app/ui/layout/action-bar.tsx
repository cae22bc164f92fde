import type { ReactNode } from 'react';

/** The actions of a page in one row: the primary button first, links after it. */
export function ActionBar({ children, label = 'Actions' }: { children: ReactNode; label?: string }) {
  return (
    <div className="action-bar" role="group" aria-label={label}>
      {children}
    </div>
  );
}
