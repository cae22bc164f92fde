import { Prisma } from '~/platform/generated/prisma/client';
import { isMember, type Actor } from '../../actor';
import { fundersVisibleSql } from '../../questions/funding/funders-visibility.server';

/** Questions behind a wall of this actor: their money does not count for them. */
export const wallsOf = (actor: Actor): string[] =>
  isMember(actor) ? actor.walls.map(({ questionId }) => questionId) : [];

/** Money `c` that not everybody shares who reads all money, but that this actor may know of, as one who sees its funders. */
export const ownSql = (actor: Actor): Prisma.Sql => Prisma.sql`(NOT c.shared
  AND EXISTS (SELECT FROM question q WHERE q.id = c.owner_id AND ${fundersVisibleSql(actor, 'q')}))`;

/**
 * All money of `counted_money`, as `c`, that this actor may count, each pound once: `soundings.standing_money` says how.
 * None of what lies behind a wall.
 */
export const countedSql = (actor: Actor): Prisma.Sql =>
  Prisma.sql`((c.shared OR ${ownSql(actor)}) AND c.owner_id <> ALL(${wallsOf(actor)}::uuid[]))`;

export interface MoneyFilter {
  from?: string | undefined;
  to?: string | undefined;
  base?: string | undefined;
  /** As it was counted just before this instant. */
  until?: Date | undefined;
}

/** On what spending the money `c` is stated. */
export const baseSql = ({ base }: MoneyFilter): Prisma.Sql =>
  base === undefined ? Prisma.sql`true` : Prisma.sql`c.base = ${base}`;

/** Between which days the money `c` starts. */
export const betweenSql = ({ from, to }: MoneyFilter): Prisma.Sql =>
  Prisma.sql`true ${from === undefined ? Prisma.empty : Prisma.sql`AND c.starts_on >= ${from}::date`}
    ${to === undefined ? Prisma.empty : Prisma.sql`AND c.starts_on <= ${to}::date`}`;

/** Local commissioners: police and crime commissioners and forces. */
export const LOCAL_KINDS = ['police-and-crime-commissioner', 'police-force'];
