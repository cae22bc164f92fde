import { z } from 'zod';

export type JsonSchema = Record<string, unknown>;

const isTransform = (schema: z.core.$ZodType): boolean => schema._zod.def.type === 'transform';

/**
 * A schema as JSON Schema 2020-12. What takes apart what was sent before it is checked (a list from one value) is
 * described by what it is checked against.
 */
export function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _, ...made } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema: described }) => {
      const { def } = zodSchema._zod;
      if (io === 'input' && def.type === 'pipe' && isTransform(def.in))
        Object.assign(described, jsonSchema(def.out as z.ZodType, io));
    },
  });
  return made;
}

/** The fields of an input, and which of them must be sent: those that nothing is no answer to. */
export function fieldsOf(schema: z.ZodType): { name: string; schema: JsonSchema; required: boolean }[] {
  if (!(schema instanceof z.ZodObject)) throw new Error('An operation takes the fields of an object.');
  return Object.entries(schema.shape as Record<string, z.ZodType>).map(([name, field]) => ({
    name,
    schema: jsonSchema(field, 'input'),
    required: !field.safeParse(undefined).success,
  }));
}

/** The body of an operation: the input of its command but for what the address says. */
export function bodySchema({ schema, without }: { schema: z.ZodType; without: string[] }): JsonSchema {
  const fields = fieldsOf(schema).filter(({ name }) => !without.includes(name));
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map((field) => [field.name, field.schema])),
    required: fields.filter(({ required }) => required).map(({ name }) => name),
    additionalProperties: false,
  };
}
