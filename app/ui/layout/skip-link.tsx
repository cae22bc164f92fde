import type { ComponentPropsWithoutRef } from 'react';
import { classNames } from '../class-names';

export function SkipLink({ className, href = '#content', children, ...rest }: ComponentPropsWithoutRef<'a'>) {
  return (
    <a
      href={href}
      className={classNames('govuk-skip-link', className)}
      data-module="govuk-skip-link"
      {...rest}
    >
      {children}
    </a>
  );
}
