import { useForm, type FieldMetadata, type FormMetadata, type SubmissionResult } from '@conform-to/react';
import { Form as RemixForm, useRouteLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { ErrorSummary } from '~/ui/forms/error-summary';

/** Values of a form by field name; lists for several fields of one name. */
export type Values = Record<string, unknown>;

/** Conform wants a shape it can walk; fields here are read by name only. */
type Flat = Record<string, string>;

interface Props {
  /** What the action returned, if it did: messages, and what was typed. */
  reply?: { result: SubmissionResult } | undefined;
  /** What the fields hold before anybody typed. */
  values?: Values | undefined;
  action?: string;
  id?: string;
  /** Needed where a file is sent. */
  multipart?: boolean;
  children: (fields: Fields, form: FormMetadata<Flat>) => ReactNode;
}

export type Fields = Record<string, FieldMetadata<unknown>>;

/**
 * A form that works with and without JavaScript: the error summary above, what was typed kept after a
 * refusal, and the key that makes a repeated submit do its work once.
 */
export function Form({ reply, values, action, id, multipart, children }: Props) {
  const [form, fields] = useForm<Flat>({
    ...(id ? { id } : {}),
    lastResult: reply?.result ?? null,
    defaultValue: (values ?? {}) as Flat,
    shouldValidate: 'onSubmit',
    shouldRevalidate: 'onSubmit',
  });
  const root = useRouteLoaderData<{ key: string }>('root');
  const errors = Object.entries(form.allErrors).flatMap(([name, messages]) =>
    messages.map((message) => ({ field: name === '' ? form.id : fieldId(form.id, name), message })),
  );
  return (
    <RemixForm
      method="post"
      id={form.id}
      noValidate
      {...(action ? { action } : {})}
      {...(multipart ? { encType: 'multipart/form-data' as const } : {})}
    >
      {errors.length > 0 && <ErrorSummary errors={errors} />}
      <input type="hidden" name="_key" value={root?.key ?? ''} />
      {children(fields, form)}
    </RemixForm>
  );
}

const fieldId = (formId: string, name: string) => `${formId}-${name}`;

/** Name, id, message and value of one field, for any field component of `ui`. */
export function fieldProps(field: FieldMetadata<unknown> | undefined) {
  if (!field) throw new Error('no such field');
  const initial = field.initialValue;
  return {
    name: field.name,
    id: field.id,
    error: field.errors?.[0],
    defaultValue: typeof initial === 'string' ? initial : undefined,
  };
}

/** The same for checkboxes, where several may stand ticked. */
export function checkboxesProps(field: FieldMetadata<unknown> | undefined) {
  if (!field) throw new Error('no such field');
  const initial = field.initialValue;
  const defaultValue = Array.isArray(initial)
    ? initial.map(String)
    : typeof initial === 'string'
      ? [initial]
      : [];
  return { name: field.name, id: field.id, error: field.errors?.[0], defaultValue };
}

/** A date of three fields, for `dayInput` of the domain. The first box has the id that error links lead to. */
export function dateProps(field: FieldMetadata<unknown> | undefined) {
  if (!field) throw new Error('no such field');
  const initial = field.initialValue;
  const values = typeof initial === 'object' && initial !== null ? (initial as Record<string, string>) : {};
  const parts = (['day', 'month', 'year'] as const).map((part) => ({
    name: `${field.name}.${part}`,
    id: part === 'day' ? field.id : `${field.id}-${part}`,
    label: part.charAt(0).toUpperCase() + part.slice(1),
    width: part === 'year' ? (4 as const) : (2 as const),
    defaultValue: values[part],
  }));
  return { id: `${field.id}-date`, error: field.errors?.[0], parts };
}

/** A bare date as the three values of a date field. */
export function dayValues(day: Date | string | null | undefined) {
  if (!day) return undefined;
  const [year, month, date] = new Date(day).toISOString().slice(0, 10).split('-');
  return { day: String(Number(date)), month: String(Number(month)), year };
}
