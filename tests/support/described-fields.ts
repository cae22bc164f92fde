type Schema = Record<string, unknown>;

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null;

function typeOf(schema: Schema): string {
  if (Array.isArray(schema['anyOf'])) return (schema['anyOf'] as Schema[]).map(typeOf).join(' or ');
  if (Array.isArray(schema['enum'])) return 'a word';
  const types = [schema['type']].flat().filter((one) => typeof one === 'string');
  return types.join(' or ') || 'anything';
}

/** Every field below a schema, as `items[].reference: string`. */
function fieldsBelow(schema: Schema, place: string): string[] {
  const inner = Array.isArray(schema['anyOf'])
    ? ((schema['anyOf'] as Schema[]).find(({ type }) => type === 'object') ?? schema)
    : schema;
  if (isSchema(inner['items'])) return fieldsBelow(inner['items'], `${place}[]`);
  const fields = Object.entries((inner['properties'] ?? {}) as Record<string, Schema>);
  return fields.flatMap(([name, field]) => {
    const at = place === '' ? name : `${place}.${name}`;
    return [`${at}: ${typeOf(field)}`, ...fieldsBelow(field, at)];
  });
}

const schemaIn = (holder: unknown): Schema => {
  const content = (holder as { content?: Record<string, { schema: Schema }> } | undefined)?.content;
  return content?.['application/json']?.schema ?? {};
};

export interface DescribedFields {
  takes: string[];
  answers: string[];
}

/** What an OpenAPI document promises, operation by operation: what is taken and what is answered. */
export function describedFields(document: Schema): Record<string, DescribedFields> {
  const found: Record<string, DescribedFields> = {};
  for (const [path, methods] of Object.entries(document['paths'] as Record<string, Record<string, Schema>>))
    for (const [method, operation] of Object.entries(methods)) {
      const parameters = (operation['parameters'] ?? []) as { in?: string; name: string; schema: Schema }[];
      const [[status, answer] = ['', undefined]] = Object.entries(operation['responses'] as Schema);
      found[`${method.toUpperCase()} ${path} ${status}`] = {
        takes: [
          ...parameters
            .filter((one) => one.in === 'query')
            .map(({ name, schema }) => `?${name}: ${typeOf(schema)}`),
          ...fieldsBelow(schemaIn(operation['requestBody']), ''),
        ],
        answers: fieldsBelow(schemaIn(answer), ''),
      };
    }
  return found;
}
