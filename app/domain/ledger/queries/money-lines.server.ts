import { z } from 'zod';
import { Prisma } from '~/platform/generated/prisma/client';
import { cursorInput } from '../../cursor';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { isoDay } from '../../uk-time';
import { chosenSql, LOCAL_KINDS, moneySql } from '../all-money.server';
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

const ONLY: Record<NonNullable<Filter['only']>, Prisma.Sql> = {
  ringFenced: Prisma.sql`money.ring_fenced`,
  secure: Prisma.sql`money.secure`,
  firm: Prisma.sql`money.firm`,
  conditional: Prisma.sql`NOT money.firm`,
  local: Prisma.sql`o.kind = ANY(${LOCAL_KINDS}::text[])`,
  overseas: Prisma.sql`money.overseas`,
  estimate: Prisma.sql`money.estimate`,
  paid: Prisma.sql`money.actual IS NOT NULL`,
};

function conditionsOf({ strand, level, area, source, only, ...filter }: Filter): Prisma.Sql {
  const tag = (column: Prisma.Sql, given: string | undefined, none: Prisma.Sql) =>
    given === undefined ? [] : [given === NONE ? none : Prisma.sql`${column} = ${given}`];
  return Prisma.join(
    [
      chosenSql(filter),
      ...tag(Prisma.sql`s.slug`, strand, Prisma.sql`money.strand_id IS NULL`),
      ...tag(Prisma.sql`l.slug`, level, Prisma.sql`money.level_id IS NULL`),
      ...(area === undefined
        ? []
        : area === NONE
          ? [Prisma.sql`cardinality(money.areas) = 0`]
          : [
              Prisma.sql`EXISTS (SELECT FROM term x WHERE x.id = ANY(money.areas) AND x.slug = ${area} AND x.scheme = 'threatArea')`,
            ]),
      ...(source ? [Prisma.sql`money.source = ${source}`] : []),
      ...(only ? [ONLY[only]] : []),
    ],
    ' AND ',
  );
}

/** The lines behind every figure of the money, the latest period first. */
export const moneyLines = query({
  name: 'ledger.lines',
  input: z.strictObject({
    ...lineFilter,
    after: cursorInput.optional(),
    limit: z.number().int().min(1).max(200_000).default(50),
  }),
  visibleTo: (actor) => (isAllowed(mayReadMoney(actor)) ? actor : null),
  read: async ({ db, scope: actor, input: { after, limit, ...filter } }) => {
    if (!actor) return null;
    const [on, id] = after?.split('_') ?? [];
    const beyond = on
      ? Prisma.sql`AND (money.starts_on, money.id) < (${on}::date, ${id}::uuid)`
      : Prisma.empty;
    const rows = await db.$queryRaw<MoneyLine[]>`
      WITH ${moneySql(actor)}
      SELECT money.id, money.source, money.reference, money.title, o.name AS funder, money.amount::float8 AS amount,
        money.planned::float8 AS planned, money.actual::float8 AS actual, money.firm, money.ring_fenced AS "ringFenced",
        money.secure, money.starts_on AS "startsOn", money.base, money.stated_on AS "statedOn", money.estimate,
        s.name AS strand, l.name AS level, i.name AS intervention, money.overseas, money.activities,
        ARRAY(SELECT x.name FROM term x WHERE x.id = ANY(money.areas) ORDER BY x.position) AS areas
      FROM money JOIN organisation o ON o.id = money.organisation_id
        LEFT JOIN term s ON s.id = money.strand_id LEFT JOIN term l ON l.id = money.level_id
        LEFT JOIN term i ON i.id = money.intervention_id
      WHERE ${conditionsOf(filter)} ${beyond} ORDER BY money.starts_on DESC, money.id DESC LIMIT ${limit + 1}`;
    const lines = rows.slice(0, limit);
    const last = lines.at(-1);
    return {
      lines,
      filter,
      next: rows.length > limit && last ? `${isoDay(last.startsOn)}_${last.id}` : null,
      may: { keep: isAllowed(mayKeepMoney(actor)) },
    };
  },
});
