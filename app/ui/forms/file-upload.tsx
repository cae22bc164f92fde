import type { ComponentPropsWithoutRef } from 'react';
import { classNames } from '../class-names';
import { messageAttributes, type Message } from '../messages';
import { Field, splitField, type FieldProps } from './parts/field';

export type FileUploadProps = FieldProps &
  Omit<ComponentPropsWithoutRef<'input'>, keyof FieldProps | 'type'> & {
    /** Makes a drop zone of the field where scripts run. */
    dropZone?: boolean;
    dropZoneProps?: Omit<ComponentPropsWithoutRef<'div'>, 'children'>;
    messages?: Record<string, Message | undefined>;
  };

export function FileUpload(props: FileUploadProps) {
  const { field, control } = splitField(props);
  const { dropZone, dropZoneProps, messages, className, ...rest } = control;
  const input = (
    <input
      className={classNames('govuk-file-upload', className, field.error ? 'govuk-file-upload--error' : null)}
      type="file"
      {...rest}
    />
  );
  if (!dropZone) return <Field {...field}>{input}</Field>;
  return (
    <Field {...field}>
      <div
        data-module="govuk-file-upload"
        {...messageAttributes(messages)}
        {...dropZoneProps}
        className={classNames('govuk-file-upload-wrapper', dropZoneProps?.className)}
      >
        {input}
      </div>
    </Field>
  );
}
