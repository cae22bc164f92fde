import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import type { Attributes } from '../attributes';
import { classNames } from '../class-names';

/** A message and the id of the control it is about. */
export type FieldError = { field?: string; message: ReactNode; href?: string; attributes?: Attributes };

export type ErrorSummaryProps = Omit<ComponentPropsWithoutRef<'div'>, 'title'> & {
  errors: readonly FieldError[];
  title?: ReactNode;
  description?: ReactNode;
  /** Takes the focus when the page opens, as the official script would. */
  takesFocus?: boolean;
};

/** The server cannot tell before the page is drawn, and takes out such links when it is. */
const isShown = (id: string) => typeof document === 'undefined' || document.getElementById(id) !== null;

function Entry({ field, message, href, attributes }: FieldError) {
  const target = href ?? (field && isShown(field) ? `#${field}` : undefined);
  if (!target) return <li>{message}</li>;
  return (
    <li>
      <a href={target} {...attributes}>
        {message}
      </a>
    </li>
  );
}

export function ErrorSummary(props: ErrorSummaryProps) {
  const { errors, title = 'There is a problem', description, takesFocus = true, className, ...rest } = props;
  // Pages without scripts have only the attribute to bring a reader to what went wrong.
  const focus = takesFocus ? { tabIndex: -1, autoFocus: true } : {};
  return (
    <div
      className={classNames('govuk-error-summary', className)}
      data-module="govuk-error-summary"
      {...focus}
      {...rest}
    >
      <div role="alert">
        <h2 className="govuk-error-summary__title">{title}</h2>
        <div className="govuk-error-summary__body">
          {description ? <p>{description}</p> : null}
          {errors.length > 0 ? (
            <ul className="govuk-list govuk-error-summary__list">
              {errors.map((error, index) => (
                <Entry key={index} {...error} />
              ))}
            </ul>
          ) : null}
        </div>
      </div>
    </div>
  );
}
