import { isValidElement, type ReactNode } from 'react';
import { BackLink } from '../navigation/back-link';

export type PageBodyProps = {
  /** Breadcrumbs, a back link or the chain: what leads here. */
  before?: ReactNode;
  /** A `<SidePanel>` to the right of the main part, under it on narrow screens. */
  aside?: ReactNode;
  /** Takes the whole width for maps and wide tables; otherwise two thirds, a good line length. */
  wide?: boolean;
  children: ReactNode;
};

function columns(aside: ReactNode, wide: boolean | undefined, children: ReactNode) {
  if (wide && !aside) return children;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">{children}</div>
      {aside ? <div className="govuk-grid-column-one-third">{aside}</div> : null}
    </div>
  );
}

/** A back link on its own stands outside of every landmark; breadcrumbs and the chain bring their own. */
const inLandmark = (before: ReactNode): ReactNode =>
  isValidElement(before) && before.type === BackLink ? <nav aria-label="Back">{before}</nav> : before;

export function PageBody({ before, aside, wide, children }: PageBodyProps) {
  return (
    <div className="govuk-width-container">
      {inLandmark(before)}
      <main className="govuk-main-wrapper page-body" id="content" tabIndex={-1}>
        {columns(aside, wide, children)}
      </main>
    </div>
  );
}
