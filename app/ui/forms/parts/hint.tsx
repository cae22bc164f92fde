import type { ComponentPropsWithoutRef } from 'react';
import { classNames } from '../../class-names';

export type HintProps = ComponentPropsWithoutRef<'div'>;

export function Hint({ className, ...rest }: HintProps) {
  return <div className={classNames('govuk-hint', className)} {...rest} />;
}
