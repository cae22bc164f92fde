import { API_SCOPES } from '~/domain/people/tokens/api-scopes';
import { API_ROOT } from '~/web/api/find-operation';
import { isFile, type Operation } from '~/web/api/operation';
import { PROBLEMS, type ProblemKind } from '~/web/api/problem';
import { OPERATIONS } from '../operations/all';
import { bodySchema, fieldsOf, jsonSchema, type JsonSchema } from './json-schema';
import { PROBLEM_SCHEMA } from './problem-schema';

/** One operation as the document tells of it. */
export interface Described extends JsonSchema {
  operationId: string;
  security: Record<string, string[]>[];
  parameters: JsonSchema[];
}

const problemNamed = (kind: ProblemKind): string => `problem${PROBLEMS[kind].status}`;

const ALWAYS: ProblemKind[] = ['unreadable', 'badToken', 'scopeMissing', 'notAcceptable', 'tooMany', 'fault'];
const OF_WRITING: ProblemKind[] = ['absent', 'stale', 'tooLarge', 'notJson', 'invalid'];

function problemsOf({ body, path }: Operation): Record<string, JsonSchema> {
  const kinds: ProblemKind[] = [
    ...ALWAYS,
    ...(body ? OF_WRITING : []),
    ...(path.includes('{') ? ['absent' as const] : []),
  ];
  return Object.fromEntries(
    kinds.map((kind) => [PROBLEMS[kind].status, { $ref: `#/components/responses/${problemNamed(kind)}` }]),
  );
}

const inPath = (path: string): JsonSchema[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
    description: 'A reference of eight characters, like H7K4-QXMF; the hyphen may be left out',
  }));

const inSearch = ({ search }: Operation): JsonSchema[] =>
  fieldsOf(search).map(({ name, schema, required }) => ({ name, in: 'query', required, schema }));

const KEY = { $ref: '#/components/parameters/idempotencyKey' };

/** An answer may come to have more fields, so what is promised is those that it has now. */
function contentOf({ answer }: Operation): JsonSchema {
  if (!isFile(answer)) return { 'application/json': { schema: jsonSchema(answer, 'output') } };
  return Object.fromEntries(answer.map((type) => [type, { schema: { type: 'string' } }]));
}

function described(operation: Operation): Described {
  const { id, tag, summary, scope, visitors, body, status, path } = operation;
  const isMade = status === 201;
  return {
    operationId: id,
    tags: [tag],
    summary,
    security: [...(visitors ? [{}] : []), { token: [scope] }],
    parameters: [...inPath(path), ...inSearch(operation), ...(body ? [KEY] : [])],
    ...(body
      ? { requestBody: { required: true, content: { 'application/json': { schema: bodySchema(body) } } } }
      : {}),
    responses: {
      [status]: {
        description: isMade ? 'It was made; Location says where it is' : 'As asked',
        content: contentOf(operation),
      },
      ...problemsOf(operation),
    },
  };
}

const responses = Object.fromEntries(
  (Object.keys(PROBLEMS) as ProblemKind[]).map((kind) => [
    problemNamed(kind),
    {
      description: PROBLEMS[kind].title,
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ]),
);

function pathsOf(operations: readonly Operation[]): Record<string, JsonSchema> {
  const found: Record<string, JsonSchema> = {};
  for (const operation of operations)
    (found[operation.path] ??= {})[operation.method.toLowerCase()] = described(operation);
  return found;
}

const scopes = Object.entries(API_SCOPES).map(([scope, what]) => `- \`${scope}\`: ${what}`);

let made: JsonSchema | undefined;

/** The description of everything that programs can do, made once from the operations themselves. */
export const openApi = (): JsonSchema =>
  (made ??= {
    openapi: '3.1.1',
    info: {
      title: 'Soundings',
      version: '1.0.0',
      summary: 'Research questions on serious and organised crime, and the findings that answer them',
      description: `What a program may do is what its holder may do on the pages, and no more than its token names.\n\nScopes:\n${scopes.join('\n')}`,
    },
    servers: [{ url: API_ROOT }],
    tags: [...new Set(OPERATIONS.map(({ tag }) => tag))].map((name) => ({ name })),
    paths: pathsOf(OPERATIONS),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'A token of your account' } },
      parameters: {
        idempotencyKey: {
          name: 'Idempotency-Key',
          in: 'header',
          description:
            'Names this one use: repeated with the same body it does nothing more and answers as before',
          schema: { type: 'string', minLength: 8, maxLength: 100 },
        },
      },
      responses,
      schemas: { Problem: PROBLEM_SCHEMA },
    },
  });
