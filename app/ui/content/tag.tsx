import type { ComponentPropsWithoutRef } from 'react';
import { classNames } from '../class-names';

export type TagColour =
  'grey' | 'green' | 'teal' | 'blue' | 'purple' | 'magenta' | 'red' | 'orange' | 'yellow';

export type TagProps = ComponentPropsWithoutRef<'strong'> & { colour?: TagColour };

export function Tag({ colour, className, ...rest }: TagProps) {
  return (
    <strong className={classNames('govuk-tag', colour && `govuk-tag--${colour}`, className)} {...rest} />
  );
}
