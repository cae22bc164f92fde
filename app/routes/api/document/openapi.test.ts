import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import { apiScopes } from '~/domain/people/tokens/api-scopes';
import { OPERATIONS } from '../operations/all';
import { openApi, type Described } from './openapi';

const document = structuredClone(openApi());
const paths = document['paths'] as Record<string, Record<string, Described>>;
const operation = (id: string): Described => {
  const found = Object.values(paths)
    .flatMap((methods) => Object.values(methods))
    .find(({ operationId }) => operationId === id);
  if (!found) throw new Error(`${id} is not described`);
  return found;
};
const bodyOf = (id: string) =>
  (operation(id).requestBody as { content: Record<string, { schema: Record<string, unknown> }> }).content[
    'application/json'
  ]?.schema;

test('the document is one of OpenAPI 3.1', async () => {
  const validator = new Validator();
  expect((await validator.validate(structuredClone(document))).errors).toBeUndefined();
  expect(validator.version).toBe('3.1');
});

test('a document that is none is found out', async () => {
  const broken = { ...structuredClone(document), paths: { findings: { get: { responses: 3 } } } };
  expect((await new Validator().validate(broken)).valid).toBe(false);
});

describe('what it says', () => {
  test('is of every operation once, each with its scope', () => {
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, one]) => `${method.toUpperCase()} ${path} ${one.operationId}`),
    );
    expect(described.toSorted()).toEqual(
      OPERATIONS.map(({ method, path, id }) => `${method} ${path} ${id}`).toSorted(),
    );
    expect(new Set(OPERATIONS.map(({ id }) => id)).size).toBe(OPERATIONS.length);
    for (const { id, scope } of OPERATIONS) expect(operation(id).security.at(-1)).toEqual({ token: [scope] });
  });

  test('leaves no scope without use, and no write open to visitors', () => {
    expect(new Set(OPERATIONS.map(({ scope }) => scope))).toEqual(new Set(apiScopes));
    for (const { method, visitors, scope } of OPERATIONS) {
      expect(scope.startsWith('read:')).toBe(method === 'GET');
      if (method !== 'GET') expect(visitors).toBe(false);
    }
  });

  test('names the parameters of a list as they are read', () => {
    const parameters = operation('listFindings').parameters as { name: string; schema: object }[];
    const schemaOf = (name: string) => parameters.find((one) => one.name === name)?.schema;
    expect(schemaOf('limit')).toMatchObject({ type: 'integer', minimum: 1, maximum: 100, default: 25 });
    expect(schemaOf('threat')).toMatchObject({ type: 'array', items: { type: 'string' } });
    expect(schemaOf('from')).toMatchObject({ type: 'integer', minimum: 1800 });
    expect(parameters.every((one) => !('required' in one) || one.required === false)).toBe(true);
  });

  test('gives of a body the fields of its command, but not those of the address', () => {
    const rating = bodyOf('rateFinding');
    expect(Object.keys(rating?.['properties'] as object)).toEqual([
      'value',
      'certainty',
      'reason',
      'interest',
    ]);
    expect(rating?.['required']).toEqual(['value', 'certainty']);
    expect(rating?.['additionalProperties']).toBe(false);
    expect(Object.keys(bodyOf('commentOnFinding')?.['properties'] as object)).not.toContain('noun');
  });

  test('says of dates, texts and lists what is taken', () => {
    const need = bodyOf('saveQuestionNeed')?.['properties'] as Record<string, object>;
    expect(need['decisionDate']).toMatchObject({ type: 'string', format: 'date' });
    const work = bodyOf('startFinding')?.['properties'] as Record<string, object>;
    expect(work['title']).toMatchObject({ type: 'string', minLength: 1, maxLength: 500 });
    expect(work['year']).toMatchObject({ type: 'integer' });
    expect(work['authors']).toMatchObject({ type: 'array', items: { additionalProperties: false } });
    expect(bodyOf('startFinding')?.['required']).toEqual(['title', 'kind']);
  });

  test('leaves nothing that is sent or answered without a shape', () => {
    const shapeless: string[] = [];
    const walk = (value: unknown, place: string) => {
      if (typeof value !== 'object' || value === null) return;
      if (Object.keys(value).length === 0 && /properties\/\w+$|items$|schema$/.test(place))
        shapeless.push(place);
      for (const [name, inner] of Object.entries(value)) walk(inner, `${place}/${name}`);
    };
    walk(paths, '');
    // The values of a task of a draft are those of its form, which differ from task to task.
    expect(shapeless.filter((place) => !place.includes('security'))).toEqual([]);
  });
});
