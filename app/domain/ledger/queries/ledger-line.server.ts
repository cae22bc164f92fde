import { z } from 'zod';
import type { Db } from '~/platform/db.server';
import { Prisma } from '~/platform/generated/prisma/client';
import { optionalDayInput } from '../../form-inputs';
import { isAllowed } from '../../policy';
import { query } from '../../query.server';
import { referenceInput } from '../../reference-input';
import { calledThenSql } from '../../strategy/on-day/organisations-then.server';
import { termNameThenSql } from '../../taxonomy/in-use-then.server';
import { knownUntil } from '../../taxonomy/known-until.server';
import { ukDay } from '../../uk-time';
import { mayKeepMoney, mayReadMoney } from '../ledger-policy';

const term = { select: { slug: true, name: true } } as const;
const pence = (amount: bigint | null): number | null => (amount === null ? null : Number(amount));

/** One entered line as it stands, or as it stood before it was replaced; in the names and standing of a day. */
export const ledgerLine = query({
  name: 'ledger.line',
  input: z.strictObject({ reference: referenceInput, on: optionalDayInput() }),
  visibleTo: (actor) => (isAllowed(mayReadMoney(actor)) ? actor : null),
  read: async ({ db, scope: actor, input: { reference, on }, now }) => {
    const day = on ?? ukDay(now);
    if (day > ukDay(now)) return null;
    const row = actor
      ? await db.ledgerLine.findUnique({
          where: { reference },
          include: {
            organisation: { select: { name: true, slug: true } },
            ...{ strand: term, level: term, intervention: term },
            areas: { select: { term } },
            recordedBy: { select: { name: true } },
            supersedes: { select: { reference: true } },
            supersededBy: { select: { reference: true, recordedAt: true } },
          },
        })
      : null;
    if (!actor || !row) return null;
    const { planned, actual, areas, recordedBy, supersedes, supersededBy, ...line } = row;
    const until = on && (await knownUntil(db, day));
    const replaced = supersededBy && !(until && supersededBy.recordedAt >= until);
    return {
      ...{ ...line, planned: pence(planned), actual: pence(actual), by: recordedBy.name },
      areas: areas.map(({ term: area }) => area),
      before: supersedes?.reference ?? null,
      after: replaced ? supersededBy.reference : null,
      ...(until && (await namesThen(db, line.id, until))),
      ...{ day, asked: until !== undefined, enteredSince: until !== undefined && row.recordedAt >= until },
      may: { replace: !until && supersededBy === null && isAllowed(mayKeepMoney(actor)) },
    };
  },
});

interface Named {
  slug: string;
  name: string;
}

interface NamesOfLine extends Record<'strand' | 'level' | 'intervention', Named | null> {
  organisation: Named;
  areas: Named[];
}

/** Whose money a line is, and what it is tagged with, as that was called just before an instant. */
async function namesThen(db: Db, lineId: string, until: Date) {
  const [row] = await db.$queryRaw<NamesOfLine[]>`
    SELECT jsonb_build_object('slug', o.slug, 'name', ${calledThenSql('organisation', 'o', until)}) AS organisation,
      ${tagSql('strand', until)}, ${tagSql('level', until)}, ${tagSql('intervention', until)},
      coalesce((SELECT jsonb_agg(${namedSql(until)} ORDER BY t.position) FROM ledger_line_area x JOIN term t ON t.id = x.term_id
        WHERE x.line_id = l.id), '[]') AS areas
    FROM ledger_line l JOIN organisation o ON o.id = l.organisation_id WHERE l.id = ${lineId}::uuid`;
  return row;
}

const namedSql = (until: Date): Prisma.Sql =>
  Prisma.sql`jsonb_build_object('slug', t.slug, 'name', ${termNameThenSql('t', until)})`;

const tagSql = (tag: 'strand' | 'level' | 'intervention', until: Date): Prisma.Sql =>
  Prisma.sql`(SELECT ${namedSql(until)} FROM term t WHERE t.id = l.${Prisma.raw(`${tag}_id`)}) AS ${Prisma.raw(tag)}`;
