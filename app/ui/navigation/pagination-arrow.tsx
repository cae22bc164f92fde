import type { ReactNode } from 'react';
import type { Attributes } from '../attributes';
import { classNames } from '../class-names';

export type PageLink = { href: string; text?: ReactNode; label?: ReactNode; attributes?: Attributes };

type PaginationArrowProps = { link: PageLink; direction: 'prev' | 'next'; block: boolean };

const paths = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
};

function Arrow({ direction }: { direction: 'prev' | 'next' }) {
  return (
    <svg
      className={`govuk-pagination__icon govuk-pagination__icon--${direction}`}
      xmlns="http://www.w3.org/2000/svg"
      height="13"
      width="15"
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 15 13"
    >
      <path d={paths[direction]} />
    </svg>
  );
}

export function PaginationArrow({ link, direction, block }: PaginationArrowProps) {
  const usual = (
    <>
      {direction === 'prev' ? 'Previous' : 'Next'}
      <span className="govuk-visually-hidden"> page</span>
    </>
  );
  const plain = block && !link.label;
  return (
    <div className={`govuk-pagination__${direction}`}>
      <a className="govuk-link govuk-pagination__link" href={link.href} rel={direction} {...link.attributes}>
        {block || direction === 'prev' ? <Arrow direction={direction} /> : null}
        <span
          className={classNames(
            'govuk-pagination__link-title',
            plain && 'govuk-pagination__link-title--decorated',
          )}
        >
          {link.text || usual}
        </span>
        {link.label && block ? (
          <>
            <span className="govuk-visually-hidden">:</span>
            <span className="govuk-pagination__link-label">{link.label}</span>
          </>
        ) : null}
        {!block && direction === 'next' ? <Arrow direction="next" /> : null}
      </a>
    </div>
  );
}
