import type { ReactNode } from 'react';
import { markup } from './markup';

type AttributeValue = string | number | boolean | null | { value?: AttributeValue; optional?: boolean };
export type RawAttributes = Record<string, AttributeValue> | string;

/** Text or HTML, with the classes and attributes of the element around it. */
export type Part = {
  text?: string | number | null;
  html?: string | null;
  id?: string;
  classes?: string;
  attributes?: RawAttributes;
};

/** React's names of the attributes that it spells its own way. */
const reactNames: Record<string, string> = {
  tabindex: 'tabIndex',
  autocomplete: 'autoComplete',
  maxlength: 'maxLength',
  class: 'className',
};

export function content(part: Pick<Part, 'text' | 'html'> | undefined): ReactNode {
  if (part?.html) return markup(part.html);
  return part?.text ?? undefined;
}

function plain(value: AttributeValue): string | undefined {
  if (value !== null && typeof value === 'object') {
    const absent = value.value === undefined || value.value === null || value.value === false;
    return value.optional && absent ? undefined : plain(value.value ?? null);
  }
  return value === null ? '' : String(value);
}

/** Nunjucks attributes, an object or a string of HTML, as React props. */
export function attributes(raw: RawAttributes | undefined): Record<string, string | undefined> {
  const pairs: [string, AttributeValue][] =
    typeof raw === 'string'
      ? [...raw.matchAll(/([^\s=]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value])
      : Object.entries(raw ?? {});
  return Object.fromEntries(pairs.map(([name, value]) => [reactNames[name] ?? name, plain(value)]));
}

/** Classes and attributes of an element as its props. */
export function look(part: Pick<Part, 'classes' | 'attributes'> | undefined) {
  return given({ className: part?.classes, ...attributes(part?.attributes) });
}

/** Leaves out what an option does not say, so that a component's own default stands. */
export function given<T extends object>(props: T): T {
  return Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined)) as T;
}
