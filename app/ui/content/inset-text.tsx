import type { ComponentPropsWithoutRef } from 'react';
import { classNames } from '../class-names';

export function InsetText({ className, ...rest }: ComponentPropsWithoutRef<'div'>) {
  return <div className={classNames('govuk-inset-text', className)} {...rest} />;
}
