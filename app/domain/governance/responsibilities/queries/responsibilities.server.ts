import { z } from 'zod';
import { Prisma } from '~/platform/generated/prisma/client';
import { isAllowed } from '../../../policy';
import { query } from '../../../query.server';
import { mayKeepGovernance, mayReadGovernance } from '../../governance-policy';
import { flawsOf, subjectKinds, type Role, type SubjectKind } from '../responsibility';
import { subjectColumn, subjectsSql } from '../subject-sql.server';

export interface Held {
  reference: string;
  role: Role;
  level: string | null;
  name: string;
  organisation: string;
  team: string | null;
  closed: boolean;
  startsOn: string;
}

interface Row {
  reference: string;
  title: string;
  slug: string | null;
  held: Held[];
}

export const responsibilityFilters = {
  kind: z.enum(subjectKinds).default('threatArea'),
  show: z.enum(['gaps', 'clashes']).optional(),
  after: z.string().max(12).optional(),
};

const PAGE = 40;

/** Who does what about the subjects of one kind, with what is missing and what clashes. */
export const responsibilities = query({
  name: 'governance.responsibilities',
  input: z.strictObject(responsibilityFilters),
  visibleTo: (actor) =>
    isAllowed(mayReadGovernance(actor)) ? (kind: SubjectKind) => subjectsSql(kind, actor) : null,
  read: async ({ db, actor, scope, input: { kind, show, after } }) => {
    if (!scope) return null;
    const of = Prisma.sql`${subjectColumn[kind]} = s.id AND r.ends_on IS NULL`;
    const gap = Prisma.sql`NOT EXISTS (SELECT FROM responsibility r WHERE ${of} AND r.role = 'accountable')`;
    const clash = Prisma.sql`EXISTS (SELECT FROM responsibility r WHERE ${of} AND r.role = 'responsible'
      GROUP BY coalesce(r.level, '') HAVING count(*) > 1)`;
    const subjects = scope(kind);
    const wanted = [
      show === 'gaps' ? gap : show === 'clashes' ? clash : Prisma.sql`true`,
      after
        ? Prisma.sql`(lower(s.title) COLLATE "und-x-icu", s.id) > (SELECT lower(l.title) COLLATE "und-x-icu", l.id
            FROM (${subjects}) l WHERE l.reference = ${after})`
        : Prisma.sql`true`,
    ];
    const [counts] = await db.$queryRaw<{ all: number; gaps: number; clashes: number }[]>`
      SELECT count(*)::int AS all, count(*) FILTER (WHERE ${gap})::int AS gaps,
        count(*) FILTER (WHERE ${clash})::int AS clashes FROM (${subjects}) s`;
    const rows = await db.$queryRaw<Row[]>`
      SELECT s.reference, s.title, s.slug, (SELECT coalesce(jsonb_agg(jsonb_build_object('reference', r.reference,
          'role', r.role, 'level', r.level, 'name', o.name, 'organisation', o.reference, 'team', t.name,
          'closed', o.closed_at IS NOT NULL, 'startsOn', r.starts_on) ORDER BY lower(o.name), r.id), '[]')
        FROM responsibility r JOIN organisation o ON o.id = r.organisation_id LEFT JOIN team t ON t.id = r.team_id
        WHERE ${of}) AS held
      FROM (${subjects}) s WHERE ${Prisma.join(wanted, ' AND ')}
      ORDER BY lower(s.title) COLLATE "und-x-icu", s.id LIMIT ${PAGE + 1}`;
    const page = rows.slice(0, PAGE);
    return {
      counts: counts ?? { all: 0, gaps: 0, clashes: 0 },
      rows: page.map((row) => ({ ...row, flaws: flawsOf(row.held) })),
      next: rows.length > page.length ? (page.at(-1)?.reference ?? null) : null,
      may: { keep: isAllowed(mayKeepGovernance(actor)) },
    };
  },
});
export type ResponsibilityRow = NonNullable<
  Awaited<ReturnType<typeof responsibilities.read>>
>['rows'][number];
