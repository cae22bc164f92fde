/** A named reason why a command was not carried out, in words for the person who asked. */
export interface Refusal {
  refused: true;
  name: string;
  message: string;
  /** Messages beside fields, by field name. */
  fields?: Record<string, string>;
  /** The thing changed underneath: answered with 409 instead of 422. */
  stale?: boolean;
}

export const refuse = (
  name: string,
  message: string,
  more: { fields?: Record<string, string>; stale?: boolean } = {},
): Refusal => ({ refused: true, name, message, ...more });

export const refuseField = (name: string, field: string, message: string): Refusal =>
  refuse(name, message, { fields: { [field]: message } });

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'refused' in value && value.refused === true;
