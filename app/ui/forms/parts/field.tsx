import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { classNames } from '../../class-names';
import { ErrorMessage, type ErrorMessageProps } from './error-message';
import { Hint, type HintProps } from './hint';
import { Label, type LabelProps } from './label';

export type GroupProps = ComponentPropsWithoutRef<'div'> & Record<`data-${string}`, unknown>;

/** What every form field takes, whatever its control is. */
export type FieldProps = {
  name?: string;
  /** The control's id, which the error summary links to; the name if not given. */
  id?: string;
  label?: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  describedBy?: string;
  before?: ReactNode;
  after?: ReactNode;
  labelProps?: Omit<LabelProps, 'children' | 'htmlFor'>;
  hintProps?: Omit<HintProps, 'children' | 'id'>;
  errorProps?: Omit<ErrorMessageProps, 'children' | 'id'>;
  groupProps?: GroupProps;
};

/** The ids of everything that describes a control, in reading order. */
export function descriptionIds(id: string | undefined, { describedBy, hint, error }: FieldProps) {
  return classNames(describedBy, hint ? `${id}-hint` : null, error ? `${id}-error` : null);
}

/** Parts a field component's props into those of the field around and those of the control inside. */
export function splitField<P extends FieldProps>(props: P) {
  const { name, id = name, label, hint, error, describedBy, before, after, ...others } = props;
  const { labelProps, hintProps, errorProps, groupProps, ...rest } = others;
  return {
    field: { id, label, hint, error, before, after, labelProps, hintProps, errorProps, groupProps },
    control: { id, name, 'aria-describedby': descriptionIds(id, { describedBy, hint, error }), ...rest },
  };
}

/** Hint and error of a field, with the ids that describe its control. */
export function FieldNotes({ id, hint, error, hintProps, errorProps }: FieldProps) {
  return (
    <>
      {hint ? (
        <Hint id={`${id}-hint`} {...hintProps}>
          {hint}
        </Hint>
      ) : null}
      {error ? (
        <ErrorMessage id={`${id}-error`} {...errorProps}>
          {error}
        </ErrorMessage>
      ) : null}
    </>
  );
}

export function FieldGroup({ error, groupProps, children }: FieldProps & { children: ReactNode }) {
  const { className, ...rest } = groupProps ?? {};
  return (
    <div
      className={classNames('govuk-form-group', error ? 'govuk-form-group--error' : null, className)}
      {...rest}
    >
      {children}
    </div>
  );
}

/** Label, hint and error around one control. */
export function Field({ children, ...props }: FieldProps & { children: ReactNode }) {
  return (
    <FieldGroup {...props}>
      <Label htmlFor={props.id} {...props.labelProps}>
        {props.label}
      </Label>
      <FieldNotes {...props} />
      {props.before}
      {children}
      {props.after}
    </FieldGroup>
  );
}
