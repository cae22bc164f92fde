import type { ComponentPropsWithoutRef } from 'react';
import { classNames } from '../class-names';

export type BackLinkProps = ComponentPropsWithoutRef<'a'> & { href: string };

export function BackLink({ className, children = 'Back', ...rest }: BackLinkProps) {
  return (
    <a className={classNames('govuk-back-link', className)} {...rest}>
      {children}
    </a>
  );
}
