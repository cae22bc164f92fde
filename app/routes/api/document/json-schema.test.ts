import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { listInput, textInput } from '~/domain/form-inputs';
import { PROBLEMS, problemDetails, type ProblemKind } from '~/web/api/problem';
import { OPERATIONS } from '../operations/all';
import { bodySchema, fieldsOf, jsonSchema } from './json-schema';
import { PROBLEM_SCHEMA } from './problem-schema';

describe('a schema as JSON Schema', () => {
  test.each([
    ['a text', z.string(), { type: 'string' }],
    ['a text with bounds', z.string().min(1).max(9), { type: 'string', minLength: 1, maxLength: 9 }],
    ['words of a list', z.enum(['a', 'b']), { type: 'string', enum: ['a', 'b'] }],
    ['nothing or a text', z.string().nullable(), { type: ['string', 'null'] }],
    ['a list', z.array(z.boolean()).max(3), { type: 'array', maxItems: 3, items: { type: 'boolean' } }],
    ['what has a usual value', z.number().default(25), { type: 'number', default: 25 }],
    ['an instant', z.iso.datetime(), { type: 'string', format: 'date-time' }],
  ])('%s', (_what, schema, made) => expect(jsonSchema(schema, 'input')).toMatchObject(made));

  test('names no dialect of its own, at no depth', () => {
    const schema = z.object({ one: z.object({ other: listInput(z.string()) }) });
    expect(JSON.stringify(jsonSchema(schema, 'input'))).not.toContain('$schema');
  });

  test('of an answer leaves room for more, that of an input does not', () => {
    const strict = z.strictObject({ a: z.string() });
    expect(jsonSchema(strict, 'input')['additionalProperties']).toBe(false);
    expect(jsonSchema(z.strictObject({ in: strict }), 'input')).toMatchObject({
      properties: { in: { additionalProperties: false } },
    });
    expect(jsonSchema(z.object({ a: z.string() }), 'input')['additionalProperties']).toBeUndefined();
  });

  test('describes what is taken apart by what it is checked against', () => {
    expect(jsonSchema(listInput(z.enum(['a', 'b'])), 'input')).toMatchObject({
      ...{ type: 'array', items: { enum: ['a', 'b'] } },
    });
    const inner = z.preprocess((given) => [given].flat(), z.array(z.preprocess(String, z.string().max(3))));
    expect(jsonSchema(inner, 'input')).toMatchObject({ items: { type: 'string', maxLength: 3 } });
  });
});

describe('the fields of an input', () => {
  const schema = z.strictObject({
    title: textInput('Enter the title', 500),
    year: z.int().optional(),
    limit: z.number().default(25),
    note: z.string().nullable(),
    on: z.iso.date(),
    anything: z.unknown(),
  });

  test('must be sent where nothing is no answer', () => {
    const fields = fieldsOf(schema);
    expect(fields.map(({ name }) => name)).toEqual(Object.keys(schema.shape));
    expect(fields.filter(({ required }) => required).map(({ name }) => name)).toEqual([
      'title',
      'note',
      'on',
    ]);
  });

  test('are those of a body but for what the address says', () => {
    const body = bodySchema({ schema, without: ['title', 'on', 'absent'] });
    expect(Object.keys(body['properties'] as object)).toEqual(['year', 'limit', 'note', 'anything']);
    expect(body).toMatchObject({ type: 'object', required: ['note'], additionalProperties: false });
  });

  test.each([z.string(), z.array(z.object({})), z.union([z.object({}), z.object({})])])(
    'are those of an object alone',
    (other) => expect(() => fieldsOf(other)).toThrow('fields of an object'),
  );
});

test('what is said to be needed is needed, and nothing else', () => {
  const kinds = { text: z.string(), optional: z.string().optional(), usual: z.string().default('x') };
  const kind = fc.constantFrom(...(Object.keys(kinds) as (keyof typeof kinds)[]));
  fc.assert(
    fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), kind, { minKeys: 1 }), (named) => {
      const shape = Object.fromEntries(Object.entries(named).map(([name, one]) => [name, kinds[one]]));
      const schema = z.strictObject(shape);
      const required = bodySchema({ schema, without: [] })['required'] as string[];
      const least = Object.fromEntries(required.map((name) => [name, 'given']));
      expect(schema.safeParse(least).success).toBe(true);
      for (const name of required) {
        const { [name]: _, ...rest } = least;
        expect(schema.safeParse(rest).success).toBe(false);
      }
    }),
    { numRuns: 30 },
  );
});

test.each(OPERATIONS.map((one) => [one.id, one] as const))(
  '%s says of its parameters what they take',
  (_id, { search, body, path }) => {
    for (const { name, required, schema } of fieldsOf(search)) {
      expect(required).toBe(!search.safeParse({ ...fillers(search, name) }).success);
      expect(schema['type'] ?? schema['anyOf'] ?? schema['enum'], name).toBeDefined();
    }
    expect(search.safeParse({ ...fillers(search), 'no-such-parameter': 'x' }).success).toBe(false);
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    if (body) expect(body.without).toEqual(expect.arrayContaining(named));
  },
);

/** A search with what it needs, but for one field. */
function fillers(search: z.ZodObject, without?: string): Record<string, string> {
  const needed = fieldsOf(search).filter(({ name, required }) => required && name !== without);
  return Object.fromEntries(needed.map(({ name }) => [name, 'words']));
}

describe('a problem', () => {
  const kinds = Object.keys(PROBLEMS) as ProblemKind[];

  test.each(kinds)('%s is as it is described', (kind) => {
    const details = problemDetails(kind, 'Words.', 'REF', [{ pointer: '/a', detail: 'Enter it' }]);
    const { properties, required } = PROBLEM_SCHEMA;
    expect(Object.keys(details).toSorted()).toEqual(Object.keys(properties).toSorted());
    expect(Object.keys(problemDetails(kind, 'Words.', 'REF')).toSorted()).toEqual(required.toSorted());
    for (const error of details.errors ?? [])
      expect(Object.keys(error)).toEqual(properties.errors.items.required);
    expect(details).toMatchObject({ type: `/about/api#${kind}`, ...PROBLEMS[kind], detail: 'Words.' });
  });

  test('is a refusal or a fault, under words of its own', () => {
    const all = Object.values(PROBLEMS);
    for (const { status } of all) expect(status >= 400 && status < 600).toBe(true);
    expect(new Set(all.map(({ title }) => title)).size).toBe(all.length);
  });
});
