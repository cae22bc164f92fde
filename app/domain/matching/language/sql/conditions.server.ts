import { Prisma } from '~/platform/generated/prisma/client';
import { isMember, type Actor, type Member } from '../../../actor';
import { parseReference } from '../../../reference';
import { isoDay, ukDay } from '../../../uk-time';
import { daysOf } from '../field-values';
import type { Comparison, Test } from '../query-tree';

/** Who asks, when, and for whom `me` stands: for a member, or for nobody. */
export interface Asker {
  actor: Actor;
  now: Date;
}

/** A field of the language as a condition on the row of a noun. Every value of the test is a parameter. */
export type Condition = (test: Test, asker: Asker) => Prisma.Sql;

/** Neither true nor false, turned round or not: what does not apply, and what somebody may not know. */
export const UNKNOWN = Prisma.sql`NULL::boolean`;
export const told = (may: boolean, condition: Prisma.Sql): Prisma.Sql => (may ? condition : UNKNOWN);
export const toldWhere = (may: Prisma.Sql, condition: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(CASE WHEN ${may} THEN ${condition} END)`;

export const meOf = ({ actor }: Asker): Member | null => (isMember(actor) ? actor : null);

export const valuesOf = (test: Test): string[] => (test.kind === 'among' ? [...test.values] : []);
const asksForNone = (test: Test): boolean => valuesOf(test).includes('none');

/** What has no value is not what was asked for, unless `none` was. */
const held = (condition: Prisma.Sql): Prisma.Sql => Prisma.sql`coalesce(${condition}, false)`;

const SIGNS: Record<Comparison, Prisma.Sql> = {
  '=': Prisma.sql`=`,
  '<': Prisma.sql`<`,
  '<=': Prisma.sql`<=`,
  '>': Prisma.sql`>`,
  '>=': Prisma.sql`>=`,
};

export const compared = (value: Prisma.Sql, by: Comparison, to: number): Prisma.Sql =>
  Prisma.sql`(${value})::float8 ${SIGNS[by]} ${to}::float8`;

export function numberIs(value: Prisma.Sql, test: Test): Prisma.Sql {
  if (test.kind === 'number') return held(compared(value, test.by, test.value));
  if (test.kind === 'numbers')
    return held(Prisma.sql`(${value})::float8 BETWEEN ${test.from}::float8 AND ${test.to}::float8`);
  return asksForNone(test) ? Prisma.sql`(${value}) IS NULL` : Prisma.sql`false`;
}

const SATISFY: Record<Comparison, (value: number, to: number) => boolean> = {
  '=': (value, to) => value === to,
  '<': (value, to) => value < to,
  '<=': (value, to) => value <= to,
  '>': (value, to) => value > to,
  '>=': (value, to) => value >= to,
};

export function holdsForNone(test: Test): boolean {
  if (test.kind === 'number') return SATISFY[test.by](0, test.value);
  return test.kind === 'numbers' && test.from === 0;
}

/**
 * Whether as many rows belong to `id` as the test asks for; `rows` are FROM and WHERE, `owner` is never null there.
 * Sets of ids that need no row from outside are found once a statement, however many rows are looked at.
 */
export function countIs(id: Prisma.Sql, owner: Prisma.Sql, rows: Prisma.Sql, test: Test): Prisma.Sql {
  const counted = Prisma.sql`SELECT ${owner} FROM ${rows} GROUP BY ${owner} HAVING`;
  const is = numberIs(Prisma.sql`count(*)`, test);
  return holdsForNone(test)
    ? Prisma.sql`${id} NOT IN (${counted} NOT ${is})`
    : Prisma.sql`${id} IN (${counted} ${is})`;
}

/** The UK day of an instant. */
export const ukDayOf = (instant: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(${instant} AT TIME ZONE 'Europe/London')::date`;

const dayAt = (day: Date): Prisma.Sql => Prisma.sql`${isoDay(day)}::date`;

/** A month or year as a whole: before it is before its first day, after it after its last. */
export function dayIs(value: Prisma.Sql, test: Test, { now }: Asker): Prisma.Sql {
  const period = (text: string) => daysOf(text) ?? { first: ukDay(now), last: ukDay(now) };
  if (test.kind === 'days')
    return held(
      Prisma.sql`${value} BETWEEN ${dayAt(period(test.from).first)} AND ${dayAt(period(test.to).last)}`,
    );
  if (test.kind !== 'day') return asksForNone(test) ? Prisma.sql`${value} IS NULL` : Prisma.sql`false`;
  const { first, last } = period(test.value);
  if (test.by === '=') return held(Prisma.sql`${value} BETWEEN ${dayAt(first)} AND ${dayAt(last)}`);
  const end = test.by === '<' || test.by === '>=' ? first : last;
  return held(Prisma.sql`${value} ${SIGNS[test.by]} ${dayAt(end)}`);
}

export function isSo(condition: Prisma.Sql, test: Test): Prisma.Sql {
  const values = valuesOf(test);
  const is = held(condition);
  return Prisma.sql`((${values.includes('yes')} AND ${is}) OR (${values.includes('no')} AND NOT ${is}))`;
}

/** One of the words; where there is no value, `none`. */
export const isAmong = (value: Prisma.Sql, values: readonly string[]): Prisma.Sql =>
  Prisma.sql`coalesce(${value}, 'none') = ANY(${[...values]}::text[])`;

/** A slug, the beginning of one up to a hyphen, or a name, written as it may be. */
export function isCalled(slug: Prisma.Sql, name: Prisma.Sql, values: readonly string[]): Prisma.Sql {
  const words = values.map((value) => value.toLowerCase());
  const slugs = words.map((word) => word.replaceAll(' ', '-'));
  return Prisma.sql`(${slug} = ANY(${slugs}::text[]) OR lower(${name}) = ANY(${words}::text[])
    OR EXISTS (SELECT FROM unnest(${slugs}::text[]) typed(slug) WHERE starts_with(${slug}, typed.slug || '-')))`;
}

/** A name that holds one of the texts, without regard to capitals and accents. */
export const isNamed = (name: Prisma.Sql, values: readonly string[]): Prisma.Sql =>
  Prisma.sql`EXISTS (SELECT FROM unnest(${values.filter((value) => value !== 'me')}::text[]) typed(name)
    WHERE position(lower(unaccent(typed.name)) IN lower(unaccent(${name}))) > 0)`;

/** References among what was typed. */
export const referencesIn = (values: readonly string[]): string[] =>
  values.map(parseReference).filter((reference) => reference !== null);

/** A row known by its reference or name. */
export const isKnownAs = (
  { reference, name }: { reference: Prisma.Sql; name: Prisma.Sql },
  values: readonly string[],
): Prisma.Sql =>
  Prisma.sql`(${reference} = ANY(${referencesIn(values)}::text[]) OR ${isNamed(name, values)})`;

/** Whether one of these ids is meant by `me`. */
export const isMine = (id: Prisma.Sql, own: readonly string[], values: readonly string[]): Prisma.Sql =>
  Prisma.sql`${id} = ANY(${values.includes('me') ? [...own] : []}::uuid[])`;

const LINKS = {
  question: Prisma.sql`q.id IN (SELECT link.question_id FROM question_term link`,
  finding: Prisma.sql`f.id IN (SELECT link.finding_id FROM finding_term link`,
  expert: Prisma.sql`p.id IN (SELECT link.person_id FROM expert_term link`,
};

/** Tagged with a term of the scheme, or with none of it. */
export const isTagged =
  (noun: keyof typeof LINKS, scheme: string): Condition =>
  (test) => {
    const values = valuesOf(test);
    const linked = (narrowed: Prisma.Sql) =>
      Prisma.sql`${LINKS[noun]} JOIN term t ON t.id = link.term_id
        WHERE t.scheme::text = ${scheme} AND ${narrowed})`;
    const called = linked(Prisma.sql`(${isCalled(Prisma.sql`t.slug`, Prisma.sql`t.name`, values)}
      OR EXISTS (SELECT FROM unnest(t.aliases) other(name) WHERE lower(other.name) = ANY(${values}::text[])))`);
    const none = Prisma.sql`NOT ${linked(Prisma.sql`true`)}`;
    return values.includes('none') ? Prisma.sql`(${called} OR ${none})` : called;
  };
