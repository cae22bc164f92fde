type Json = string | number | boolean | string[];

/** The answers to some fields as JSON; what was not answered is left out. */
export function pick(values: Record<string, unknown>, fields: Record<string, unknown>): Record<string, Json> {
  const kept: Record<string, Json> = {};
  for (const field of Object.keys(fields)) {
    const value = values[field];
    if (isJson(value)) kept[field] = value;
  }
  return kept;
}

const isJson = (value: unknown): value is Json =>
  ['string', 'number', 'boolean'].includes(typeof value) || Array.isArray(value);
