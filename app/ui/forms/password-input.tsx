import type { ComponentPropsWithoutRef } from 'react';
import { classNames } from '../class-names';
import { messageAttributes, type Message } from '../messages';
import { Button } from './button';
import { TextInput, type TextInputProps } from './text-input';

export type PasswordInputProps = Omit<TextInputProps, 'type'> & {
  messages?: Record<string, Message | undefined>;
  showText?: string;
  showLabel?: string;
  buttonProps?: Omit<ComponentPropsWithoutRef<'button'>, 'children' | 'type'>;
};

export function PasswordInput(props: PasswordInputProps) {
  const { messages, showText = 'Show', showLabel = 'Show password', buttonProps, ...others } = props;
  const { groupProps, className, after, ...rest } = others;
  const id = rest.id ?? rest.name;
  return (
    <TextInput
      spellCheck={false}
      autoCapitalize="none"
      autoComplete="current-password"
      {...rest}
      id={id}
      type="password"
      className={classNames('govuk-password-input__input govuk-js-password-input-input', className)}
      groupProps={{
        'data-module': 'govuk-password-input',
        ...messageAttributes(messages),
        ...groupProps,
        className: classNames('govuk-password-input', groupProps?.className),
      }}
      wrapperProps={{ className: 'govuk-password-input__wrapper' }}
      after={
        <>
          <Button
            variant="secondary"
            aria-controls={id}
            aria-label={showLabel}
            hidden
            {...buttonProps}
            type="button"
            className={classNames(
              'govuk-password-input__toggle govuk-js-password-input-toggle',
              buttonProps?.className,
            )}
          >
            {showText}
          </Button>
          {after}
        </>
      }
    />
  );
}
