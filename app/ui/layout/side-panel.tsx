import type { ReactNode } from 'react';

type SidePanelProps = { title?: ReactNode; label?: string; children: ReactNode };

/** What a reader wants at a glance, beside the text: a deadline, the one action, key facts. */
export function SidePanel({ title, label, children }: SidePanelProps) {
  return (
    <aside className="side-panel" aria-label={label}>
      {title ? <h2 className="side-panel__title">{title}</h2> : null}
      {children}
    </aside>
  );
}
