import { z } from 'zod';
import type { Actor } from '~/domain/actor';
import { run, type Command, type Outcome } from '~/domain/command.server';
import type { ApiScope } from '~/domain/people/tokens/api-scopes';
import { parsedSearch } from './parsed-search';

/** What was asked of an operation once everything about the request is in order. */
export interface Asked {
  actor: Actor;
  params: Record<string, string>;
  url: URL;
  accept: string | null;
  body: Record<string, unknown>;
  key: string | undefined;
}

export type Answer =
  | { kind: 'shown'; body: unknown }
  | { kind: 'file'; text: string; mediaType: string }
  | { kind: 'absent' }
  | { kind: 'outcome'; outcome: Outcome<unknown>; location?: (value: unknown) => string };

export type Method = 'GET' | 'POST' | 'PUT';

interface About {
  id: string;
  path: string;
  tag: string;
  summary: string;
  scope: ApiScope;
}

/** One thing that programs can do: the router and the OpenAPI document are both made from a list of these. */
export interface Operation extends About {
  method: Method;
  /** Whether it answers without a token, with what every visitor may see. */
  visitors: boolean;
  search: z.ZodObject;
  /** The input of the command; names given by the address or fixed are no part of the body. */
  body: { schema: z.ZodType; without: string[] } | null;
  /** The shape of the answer; for files the media types it comes in. */
  answer: z.ZodType | readonly string[];
  status: 200 | 201;
  carryOut: (asked: Asked) => Promise<Answer>;
}

/** Whether the answer is a file, in one of these media types. */
export const isFile = (answer: Operation['answer']): answer is readonly string[] => Array.isArray(answer);

/** Only what the schema names leaves: it is the answer's projection, not a check after the fact. */
export const projected = (schema: z.ZodType, view: unknown): unknown =>
  schema.parse(JSON.parse(JSON.stringify(view)));

interface Reading<Search extends z.ZodRawShape> extends About {
  members?: boolean;
  search?: Search;
  answer: z.ZodType;
  read: (
    asked: Pick<Asked, 'actor' | 'params'> & { search: z.output<z.ZodObject<Search>> },
  ) => Promise<object | null>;
}

/** One thing as its page shows it to the same reader. */
export function reading<Search extends z.ZodRawShape>(parts: Reading<Search>): Operation {
  const { id, path, tag, summary, scope, members = false, answer, read } = parts;
  const search = z.strictObject(parts.search ?? ({} as Search));
  return {
    ...{ id, path, tag, summary, scope, answer, search },
    ...{ method: 'GET', visitors: !members, body: null, status: 200 },
    carryOut: async ({ actor, params, url }) => {
      const view = await read({ actor, params, search: parsedSearch(url, search) });
      return view === null ? { kind: 'absent' } : { kind: 'shown', body: projected(answer, view) };
    },
  };
}

export const MOST_A_PAGE = 100;

/** How a long list is read: from a place on, so many at a time. */
export const paging = <Cursor extends z.ZodType>(cursor: Cursor) => ({
  cursor,
  limit: z.coerce.number().int().min(1).max(MOST_A_PAGE).default(25),
});

/** A part of a list; `next` is the cursor of the part after it. */
export const pageOf = (item: z.ZodType) => z.object({ items: z.array(item), next: z.string().nullable() });

interface Writing<Input, Loaded, Change, Value extends object> extends About {
  method: 'POST' | 'PUT';
  command: Command<Input, Loaded, Change, Value>;
  /** What the address says by itself, and fields that are for forms alone. */
  fixed?: Record<string, unknown>;
  answer: z.ZodType;
  /** The address of what was made; the answer is 201 then. */
  made?: (value: Value) => string;
}

/** A command, with the body and the parameters of the path for its input. */
export function writing<Input, Loaded, Change, Value extends object>(
  parts: Writing<Input, Loaded, Change, Value>,
): Operation {
  const { id, path, tag, summary, scope, method, command, fixed = {}, answer, made } = parts;
  const ofPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
  const without = [...ofPath, ...Object.keys(fixed)];
  return {
    ...{ id, path, tag, summary, scope, method, answer, search: z.strictObject({}) },
    ...{ visitors: false, body: { schema: command.input, without }, status: made ? 201 : 200 },
    carryOut: async ({ actor, params, url, body, key }) => {
      parsedSearch(url, z.strictObject({}));
      const own = Object.fromEntries(
        Object.entries(body).map(([name, value]) => [asGiven(name, without), value]),
      );
      const outcome = await run(command, actor, { ...own, ...fixed, ...params }, key);
      const shown =
        outcome.kind === 'done' ? { ...outcome, value: projected(answer, outcome.value) } : outcome;
      return {
        kind: 'outcome',
        outcome: shown,
        ...(made ? { location: (value: unknown) => made(value as Value) } : {}),
      };
    },
  };
}

/** A field of the body that the address decides is no field of the body: the strict input refuses its other name. */
const asGiven = (name: string, without: string[]): string => (without.includes(name) ? `body.${name}` : name);
