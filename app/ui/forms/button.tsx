import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { classNames } from '../class-names';

export type ButtonLook = {
  variant?: 'secondary' | 'warning' | 'inverse';
  /** The green call to start, with an arrow. */
  start?: boolean;
};

export type ButtonProps = ButtonLook &
  ComponentPropsWithoutRef<'button'> & { href?: undefined; once?: boolean };
export type ButtonLinkProps = ButtonLook & ComponentPropsWithoutRef<'a'> & { href: string };

function StartIcon() {
  return (
    <svg
      className="govuk-button__start-icon"
      xmlns="http://www.w3.org/2000/svg"
      width="17.5"
      height="19"
      viewBox="0 0 33 40"
      aria-hidden="true"
      focusable="false"
    >
      <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
    </svg>
  );
}

function content(start: boolean | undefined, children: ReactNode): ReactNode {
  if (!start) return children;
  return (
    <>
      {typeof children === 'string' ? children : <span>{children}</span>}
      <StartIcon />
    </>
  );
}

/** A button, or a link that looks like one when it has an `href`. */
export function Button({ variant, start, className, children, ...props }: ButtonProps | ButtonLinkProps) {
  const look = classNames(
    'govuk-button',
    variant && `govuk-button--${variant}`,
    className,
    start && 'govuk-button--start',
  );
  if (props.href !== undefined) {
    return (
      <a role="button" draggable="false" data-module="govuk-button" {...props} className={look}>
        {content(start, children)}
      </a>
    );
  }
  const { once, disabled, type = 'submit', ...rest } = props;
  return (
    <button
      type={type}
      disabled={disabled}
      aria-disabled={disabled ? 'true' : undefined}
      data-prevent-double-click={once}
      data-module="govuk-button"
      {...rest}
      className={look}
    >
      {content(start, children)}
    </button>
  );
}
