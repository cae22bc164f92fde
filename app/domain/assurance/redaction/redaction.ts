import type { Fields, Json, PackRecord } from '../pack/pack';

/** What is withheld, and by which exemption. */
export interface Redaction {
  reference: string;
  setName: string;
  recordKey: string | null;
  field: string | null;
  passage: string | null;
  exemption: string;
  /** Null until somebody has decided what becomes of the same words elsewhere. */
  everywhere: boolean | null;
}

export const markOf = (exemption: string): string => `[redacted: ${exemption}]`;

export interface Leaf {
  /** The way to it, steps divided by `/`. */
  field: string;
  value: string | number | boolean;
}

const step = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

/** Every value of a record that is not empty, with the way to it. */
export function leavesOf(value: Json, way = ''): Leaf[] {
  if (value === null || value === '') return [];
  const below = (name: string, inner: Json) =>
    leavesOf(inner, way === '' ? step(name) : `${way}/${step(name)}`);
  if (Array.isArray(value)) return value.flatMap((item, place) => below(String(place), item));
  if (typeof value === 'object') return Object.entries(value).flatMap(([name, item]) => below(name, item));
  return [{ field: way, value }];
}

/** The value at the end of a way; undefined where it leads nowhere. */
export function valueAt(fields: Fields, field: string): Json | undefined {
  let at: Json | undefined = fields;
  for (const name of field.split('/')) {
    const plain = name.replaceAll('~1', '/').replaceAll('~0', '~');
    if (Array.isArray(at)) at = at[Number(plain)];
    else if (typeof at === 'object' && at !== null && Object.hasOwn(at, plain)) at = at[plain];
    else return undefined;
  }
  return at;
}

/** The same with another value at the end of a way. */
export function withValueAt(value: Json, steps: string[], replaced: (was: Json) => Json): Json {
  const [first, ...rest] = steps;
  if (first === undefined) return replaced(value);
  const plain = first.replaceAll('~1', '/').replaceAll('~0', '~');
  if (Array.isArray(value))
    return value.map((item, place) => (String(place) === plain ? withValueAt(item, rest, replaced) : item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      name === plain ? withValueAt(item, rest, replaced) : item,
    ]),
  );
}

/** The same with every text, number and name of a field as `changed` says. */
export function mapLeaves(value: Json, changed: (leaf: string | number) => string | number): Json {
  if (typeof value === 'string' || typeof value === 'number') return changed(value);
  if (Array.isArray(value)) return value.map((item) => mapLeaves(item, changed));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [String(changed(name)), mapLeaves(item, changed)]),
  );
}

export const isSameRecord = (one: PackRecord, other: PackRecord): boolean =>
  JSON.stringify(one.fields) === JSON.stringify(other.fields);
