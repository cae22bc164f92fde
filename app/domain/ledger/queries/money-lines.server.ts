import { z } from 'zod';
import { Prisma } from '~/platform/generated/prisma/client';
import { cursorInput } from '../../cursor';
import { optionalDayInput } from '../../form-inputs';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { calledThenSql, kindThenSql } from '../../strategy/on-day/organisations-then.server';
import { termNameThenSql } from '../../taxonomy/in-use-then.server';
import { knownUntil } from '../../taxonomy/known-until.server';
import { isoDay, ukDay } from '../../uk-time';
import { baseSql, betweenSql, countedSql, LOCAL_KINDS } from '../counting/all-money.server';
import { linesThen } from '../counting/lines-then.server';
import { moneyFilter } from '../filter';
import { mayKeepMoney, mayReadMoney } from '../ledger-policy';

export interface MoneyLine {
  id: string;
  source: 'award' | 'pledge' | 'line';
  reference: string;
  title: string;
  funder: string;
  amount: number;
  planned: number | null;
  actual: number | null;
  firm: boolean;
  ringFenced: boolean;
  secure: boolean;
  startsOn: Date;
  base: string;
  statedOn: Date;
  estimate: boolean;
  strand: string | null;
  level: string | null;
  intervention: string | null;
  overseas: boolean | null;
  areas: string[];
  activities: number | null;
}

const NONE = 'none';
const slug = z.string().max(100).optional();
export const lineFilter = {
  ...moneyFilter,
  strand: slug,
  level: slug,
  area: slug,
  source: z.enum(['award', 'pledge', 'line']).optional(),
  only: z
    .enum(['ringFenced', 'secure', 'firm', 'conditional', 'local', 'overseas', 'estimate', 'paid'])
    .optional(),
};

type Filter = z.output<z.ZodObject<typeof lineFilter>>;

const ONLY: Record<Exclude<NonNullable<Filter['only']>, 'local'>, Prisma.Sql> = {
  ringFenced: Prisma.sql`c.ring_fenced`,
  secure: Prisma.sql`c.secure`,
  firm: Prisma.sql`c.firm`,
  conditional: Prisma.sql`NOT c.firm`,
  overseas: Prisma.sql`c.overseas`,
  estimate: Prisma.sql`c.estimate`,
  paid: Prisma.sql`c.actual IS NOT NULL`,
};

const onlySql = (only: NonNullable<Filter['only']>, until: Date | undefined): Prisma.Sql =>
  only === 'local'
    ? Prisma.sql`${kindThenSql('o', until ?? null)} = ANY(${LOCAL_KINDS}::text[])`
    : ONLY[only];

function conditionsOf(
  { strand, level, area, source, only, ...filter }: Filter,
  until: Date | undefined,
): Prisma.Sql {
  const tag = (column: Prisma.Sql, given: string | undefined, none: Prisma.Sql) =>
    given === undefined ? [] : [given === NONE ? none : Prisma.sql`${column} = ${given}`];
  return Prisma.join(
    [
      betweenSql(filter),
      baseSql(filter),
      ...tag(Prisma.sql`s.slug`, strand, Prisma.sql`c.strand_id IS NULL`),
      ...tag(Prisma.sql`l.slug`, level, Prisma.sql`c.level_id IS NULL`),
      ...(area === undefined
        ? []
        : area === NONE
          ? [Prisma.sql`cardinality(c.areas) = 0`]
          : [
              Prisma.sql`EXISTS (SELECT FROM term x WHERE x.id = ANY(c.areas) AND x.slug = ${area} AND x.scheme = 'threatArea')`,
            ]),
      ...(source ? [Prisma.sql`c.source = ${source}`] : []),
      ...(only ? [onlySql(only, until)] : []),
    ],
    ' AND ',
  );
}

/** The lines behind every figure of the money, the latest period first; or as they were known on a day. */
export const moneyLines = query({
  name: 'ledger.lines',
  input: z.strictObject({
    ...lineFilter,
    on: optionalDayInput(),
    after: cursorInput.optional(),
    limit: z.number().int().min(1).max(200_000).default(50),
  }),
  visibleTo: (actor) => (isAllowed(mayReadMoney(actor)) ? actor : null),
  read: async ({ db, scope: actor, input: { on, after, limit, ...filter }, now }) => {
    const day = on ?? ukDay(now);
    if (!actor || day > ukDay(now)) return null;
    const until = on ? await knownUntil(db, day) : undefined;
    const [begins, id] = after?.split('_') ?? [];
    const beyond = begins
      ? Prisma.sql`AND (c.starts_on, c.id) < (${begins}::date, ${id}::uuid)`
      : Prisma.empty;
    // Each part by its own order and as few rows, so that none is read whole.
    const latest = linesThen(until).map(
      (lines) => Prisma.sql`(SELECT c.* FROM ${lines} c JOIN organisation o ON o.id = c.organisation_id
        LEFT JOIN term s ON s.id = c.strand_id LEFT JOIN term l ON l.id = c.level_id
        WHERE ${countedSql(actor)} AND ${conditionsOf(filter, until)} ${beyond}
        ORDER BY c.starts_on DESC, c.id DESC LIMIT ${limit + 1})`,
    );
    const name = (row: string) => (until ? termNameThenSql(row, until) : Prisma.raw(`${row}.name`));
    const rows = await db.$queryRaw<MoneyLine[]>`
      SELECT c.id, c.source, coalesce(entered.reference, a.reference, q.reference) AS reference,
        coalesce(entered.purpose, q.title) AS title, ${calledThenSql('organisation', 'o', until ?? null)} AS funder, c.amount::float8 AS amount,
        c.planned::float8 AS planned, c.actual::float8 AS actual, c.firm, c.ring_fenced AS "ringFenced",
        c.secure, c.starts_on AS "startsOn", c.base, c.stated_on AS "statedOn", c.estimate,
        ${name('s')} AS strand, ${name('l')} AS level, ${name('i')} AS intervention, c.overseas, c.activities,
        ARRAY(SELECT ${name('x')} FROM term x WHERE x.id = ANY(c.areas) ORDER BY x.position) AS areas
      FROM (${Prisma.join(latest, ' UNION ALL ')}) c JOIN organisation o ON o.id = c.organisation_id
        LEFT JOIN term s ON s.id = c.strand_id LEFT JOIN term l ON l.id = c.level_id
        LEFT JOIN term i ON i.id = c.intervention_id
        LEFT JOIN ledger_line entered ON entered.id = c.id LEFT JOIN award a ON a.id = c.award_id
        LEFT JOIN question q ON q.id = c.owner_id
      ORDER BY c.starts_on DESC, c.id DESC LIMIT ${limit + 1}`;
    const lines = rows.slice(0, limit);
    const last = lines.at(-1);
    return {
      lines,
      ...{ filter, day, asked: until !== undefined },
      next: rows.length > limit && last ? `${isoDay(last.startsOn)}_${last.id}` : null,
      may: { keep: isAllowed(mayKeepMoney(actor)) },
    };
  },
});
