import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { classNames } from '../class-names';

export type GenericHeaderProps = ComponentPropsWithoutRef<'div'> & {
  logo: ReactNode;
  href?: string;
  containerClassName?: string;
};

/** The bar with a logo that leads home; children stand beside it. */
export function GenericHeader(props: GenericHeaderProps) {
  const {
    logo,
    href = '/',
    containerClassName = 'govuk-width-container',
    className,
    children,
    ...rest
  } = props;
  return (
    <div className={classNames('govuk-generic-header', className)} {...rest}>
      <div className={classNames('govuk-generic-header__container', containerClassName)}>
        <div className="govuk-generic-header__logo">
          <a href={href} className="govuk-generic-header__homepage-link">
            {logo}
          </a>
        </div>
        {children}
      </div>
    </div>
  );
}
